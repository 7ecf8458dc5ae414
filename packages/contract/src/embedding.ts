import * as v from 'valibot';
import { languageSchema } from './language.ts';
import { colorSchema } from './tenant.ts';

/** Letters of a logo, base64 included. */
export const logoLimit = 200_000;

/** An address as typed or pasted, `www.autohaus.example/kontakt`, as the origin that browsers name it by; null where it is none. */
export function websiteOriginOf(typed: string): string | null {
  const text = typed.trim();
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address)) return null;
  const { origin, hostname } = new URL(address);
  return /^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(hostname) && (hostname.includes('.') || hostname === 'localhost') ? origin : null;
}

const originSchema = v.pipe(v.string(), v.check((text) => websiteOriginOf(text) === text, 'not an origin'));

/** How the widget looks on other websites, and which of them may show it. */
export const embeddingSettingsSchema = v.object({
  /** Origins; null lets every website. */
  widgetOrigins: v.nullable(v.pipe(v.array(originSchema), v.maxLength(50))),
  colors: v.object({ brand: colorSchema, accent: colorSchema }),
});
export type EmbeddingSettings = v.InferOutput<typeof embeddingSettingsSchema>;

const logoSchema = v.pipe(
  v.object({ mediaType: v.picklist(['image/svg+xml', 'image/png']), base64: v.pipe(v.string(), v.base64(), v.maxLength(logoLimit)) }),
  v.check(({ mediaType, base64 }) => isPicture(mediaType, base64), 'neither PNG nor SVG'),
);
export type Logo = v.InferOutput<typeof logoSchema>;

/** Without `logo` the one that is there stays; null shows the name in letters. */
export const embeddingChangeSchema = v.object({ ...embeddingSettingsSchema.entries, logo: v.optional(v.nullable(logoSchema)) });
export type EmbeddingChange = v.InferOutput<typeof embeddingChangeSchema>;

/** As staff see it. */
export const embeddingViewSchema = v.object({
  settings: embeddingSettingsSchema,
  name: v.string(),
  languages: v.array(languageSchema),
  logoUrl: v.nullable(v.string()),
  /** The workshop's own page, where the script comes from too. */
  pageUrl: v.string(),
});
export type EmbeddingView = v.InferOutput<typeof embeddingViewSchema>;

/** A PNG by its first bytes, an SVG by its element: what is neither would stand as a torn picture on every page. */
function isPicture(mediaType: string, base64: string): boolean {
  const begin = atob(base64.slice(0, 4000));
  return mediaType === 'image/png' ? begin.startsWith('\x89PNG\r\n\x1a\n') : /<svg[\s>]/.test(begin);
}
