import { msg, str } from '@lit/localize';
import type { Language } from '@meldewerk/contract/language';

type Snippet = { id: string; heading: string; explanation: string; code: string };

/** Text that stands between tags or in quotes. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/**
 * What goes into a website, one line after the other without an empty one: WordPress makes paragraphs of those.
 * @param language null goes by the page
 */
export function websiteSnippet(pageUrl: string, language: Language | null, linkText: string): string {
  const lang = language ? ` lang="${language}"` : '';
  return `<script type="module" src="${pageUrl}widget.js"></script>\n<damage-report${lang} style="display:block;min-height:100vh"><a href="${pageUrl}">${escaped(linkText)}</a></damage-report>`;
}

/** The ways into a website, from the plainest on. */
export function snippetsFor(pageUrl: string, language: Language | null): Snippet[] {
  const origin = new URL(pageUrl).origin;
  const linkText = language === 'en' ? 'Report a damage' : 'Schaden melden';
  return [
    {
      id: 'website',
      heading: msg('Für Ihre Website', { id: 'embedding.website' }),
      explanation: msg('An die Stelle der Seite setzen, an der die Schadenmeldung erscheinen soll. Wer ohne JavaScript kommt, sieht den Link darin. Die Mindesthöhe hält den Platz frei, damit beim Laden nichts springt.', { id: 'embedding.websiteHint' }),
      code: websiteSnippet(pageUrl, language, linkText),
    },
    {
      id: 'wordpress',
      heading: 'WordPress',
      explanation: msg('Im Block „Individuelles HTML“ einfügen, nicht in einem Textblock: dort macht WordPress aus den Zeichen Text. Ohne das Recht, ungefiltertes HTML zu speichern, entfernt WordPress das Script beim Speichern; dann fügt es jemand mit Administratorrecht ein. Die Vorschau im Editor zeigt das Script nicht, die Seite selbst schon.', { id: 'embedding.wordpressHint' }),
      code: websiteSnippet(pageUrl, language, linkText),
    },
    {
      id: 'builder',
      heading: msg('Baukasten oder Tag-Manager', { id: 'embedding.builder' }),
      explanation: msg('Wo ein Baukasten nur Script annimmt: Dieses Script hängt die Schadenmeldung in das Element mit der Id „schadenmeldung“, das auf der Seite stehen muss.', { id: 'embedding.builderHint' }),
      code: `<script>\n(function () {\n  var script = document.createElement('script');\n  script.type = 'module';\n  script.src = '${pageUrl}widget.js';\n  document.head.appendChild(script);\n  document.getElementById('schadenmeldung').appendChild(document.createElement('damage-report'));\n})();\n</script>`,
    },
    {
      id: 'csp',
      heading: 'Content-Security-Policy',
      explanation: msg('Hat Ihre Website eine strenge Content-Security-Policy, ergänzt die Webagentur diese Quellen. Die Mindesthöhe gehört dann in Ihr eigenes Stylesheet statt in das style-Attribut.', { id: 'embedding.cspHint' }),
      code: policyLine(origin),
    },
  ];
}

/** What the widget needs, and no more; docs/embedding.md says what for. */
export function policyLine(origin: string): string {
  return `script-src ${origin}; connect-src ${origin}; img-src ${origin} blob:`;
}

/** For social media and messengers. */
export function shareText(name: string, pageUrl: string): string {
  return msg(str`Schaden am Fahrzeug? Hier können Sie ihn ${name} direkt melden, mit Fotos vom Handy: ${pageUrl}`, { id: 'embedding.shareText' });
}
