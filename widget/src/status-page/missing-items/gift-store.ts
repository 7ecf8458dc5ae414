import { openDB, type DBSchema } from 'idb';
import type { AnswerValue } from '@meldewerk/contract/catalogue';
import type { FormSignatureInput } from '@meldewerk/contract/form';
import type { PhotoSource, TypedFields } from '../../draft.ts';

/** What the customer has given and the workshop does not have yet; kept on the device until it does. */
export type Gift = { itemId: string; at: number } & (
  | { kind: 'photo'; photoId: string; shotId: string; file: Blob; preview: Blob | null; fileName: string; source: PhotoSource; uploadUrl: string | null }
  | { kind: 'values'; values: Record<string, string> }
  | { kind: 'answer'; answer: AnswerValue }
  | { kind: 'signature'; input: FormSignatureInput }
);
/** What is typed and not given yet. */
type Typing = { itemId: string; typed: TypedFields };

interface GiftSchema extends DBSchema {
  gifts: { key: string; value: Gift };
  typing: { key: string; value: Typing };
}

export type GiftStore = {
  readGifts(): Promise<Gift[]>;
  writeGift(gift: Gift): Promise<void>;
  deleteGift(itemId: string): Promise<void>;
  readTyping(): Promise<Typing[]>;
  writeTyping(typing: Typing): Promise<void>;
  deleteTyping(itemId: string): Promise<void>;
};

/** Opens the store of the workshop at `origin` on this device. Never fails: without storage things live as long as the page. */
export async function openGiftStore(origin: string): Promise<GiftStore> {
  try {
    const database = await openDB<GiftSchema>(`meldewerk items ${origin}`, 1, {
      upgrade(created) {
        created.createObjectStore('gifts', { keyPath: 'itemId' });
        created.createObjectStore('typing', { keyPath: 'itemId' });
      },
    });
    return {
      readGifts: () => database.getAll('gifts'),
      writeGift: async (gift) => void (await database.put('gifts', gift)),
      deleteGift: (itemId) => database.delete('gifts', itemId),
      readTyping: () => database.getAll('typing'),
      writeTyping: async (typing) => void (await database.put('typing', typing)),
      deleteTyping: (itemId) => database.delete('typing', itemId),
    };
  } catch {
    const nothing = async () => {};
    return { readGifts: async () => [], writeGift: nothing, deleteGift: nothing, readTyping: async () => [], writeTyping: nothing, deleteTyping: nothing };
  }
}
