const german = {
  legend: 'Unterschrift',
  drawn: 'Zeichnen',
  typed: 'Name eintippen',
  empty: 'Unterschriftsfeld, noch leer',
  signed: 'Unterschriftsfeld, unterschrieben',
  hint: 'Hier mit Finger, Maus oder Stift unterschreiben',
  undo: 'Letzten Strich zurücknehmen',
  clear: 'Neu beginnen',
  cleared: 'Die Unterschrift ist gelöscht.',
  name: 'Ihr Vor- und Nachname',
  typedHint: 'Der eingetippte Name gilt als Ihre Unterschrift.',
};

const english: typeof german = {
  legend: 'Signature',
  drawn: 'Draw',
  typed: 'Type your name',
  empty: 'Signature box, still empty',
  signed: 'Signature box, signed',
  hint: 'Sign here with a finger, mouse or pen',
  undo: 'Undo last stroke',
  clear: 'Start again',
  cleared: 'The signature has been cleared.',
  name: 'Your first and last name',
  typedHint: 'The typed name counts as your signature.',
};

export type SignatureFieldTexts = typeof german;
export const signatureFieldTexts: Record<'de' | 'en', SignatureFieldTexts> = { de: german, en: english };
