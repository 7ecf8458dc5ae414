import { msg } from '@lit/localize';
import type { PhotoFinding } from '@meldewerk/contract/photo';

/** The one sentence a customer gets about a photo: what is wrong with it, and what helps. */
export function photoHint(findings: readonly PhotoFinding[]): string | null {
  const [finding] = findings;
  if (!finding) return null;
  switch (finding) {
    case 'duplicate':
      return msg('Dieses Foto haben Sie schon. Zeigen Sie uns lieber noch eine andere Ansicht.', { id: 'photoCheck.duplicate' });
    case 'dark':
      return msg('Das Foto ist sehr dunkel. Gehen Sie bitte ins Helle oder schalten Sie das Licht ein.', { id: 'photoCheck.dark' });
    case 'blurred':
      return msg('Das Foto ist etwas unscharf. Bitte halten Sie das Handy ruhig und versuchen Sie es noch einmal.', { id: 'photoCheck.blurred' });
    case 'glare':
      return msg('Auf dem Foto spiegelt oder blendet es. Gehen Sie bitte einen Schritt zur Seite und lassen Sie den Blitz aus.', { id: 'photoCheck.glare' });
    case 'small':
      return msg('Das Foto ist sehr klein, Einzelheiten erkennt man kaum. Wenn Sie das Original haben, wählen Sie bitte dieses.', { id: 'photoCheck.small' });
    case 'tilted':
      return msg('Das Foto ist schief. Halten Sie das Handy bitte gerade und versuchen Sie es noch einmal.', { id: 'photoCheck.tilted' });
  }
}
