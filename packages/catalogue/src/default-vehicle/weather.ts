import type { Category, Condition } from '@meldewerk/contract/catalogue';
import { ask, dontKnow, notice, option, shot, text } from './ask.ts';
import { baseQuestions } from './base-questions.ts';
import { baseShots } from './base-shots.ts';

const hail: Condition = { fact: 'weatherKind', is: 'hail' };
const flood: Condition = { fact: 'weatherKind', is: 'flood' };
const notFlood: Condition = { not: flood };
const somethingFell: Condition = { any: [{ fact: 'weatherKind', is: 'fallingObject' }, { fact: 'weatherKind', is: 'storm' }] };

export const weather: Category = {
  id: 'weather',
  icon: 'weather',
  label: text('Hagel / Sturm', 'Hail / storm'),
  hint: text('Hagel, Sturm, Überschwemmung oder etwas ist auf das Fahrzeug gefallen', 'Hail, storm, flood, or something fell on the vehicle'),
  damageSpots: true,
  questions: [
    ...baseQuestions(),
    ask('weatherKind', 'oneOf', 'Was war die Ursache?', 'What was the cause?', {
      required: true,
      options: [
        option('hail', 'Hagel', 'Hail'),
        option('storm', 'Sturm', 'Storm'),
        option('fallingObject', 'Etwas ist herabgefallen', 'Something fell down'),
        option('flood', 'Überschwemmung', 'Flood'),
      ],
    }),
    notice(
      'floodNotice',
      'warning',
      flood,
      'Bitte starten Sie den Motor nicht mehr, und laden Sie ein Elektro- oder Hybridfahrzeug nicht. Beides kann den Schaden vergrößern oder gefährlich sein.',
      'Please do not start the engine again, and do not charge an electric or hybrid vehicle. Both can make the damage worse or be dangerous.',
    ),
    ask('waterHeight', 'oneOf', 'Wie hoch stand das Wasser?', 'How high was the water?', {
      when: flood,
      options: [
        option('belowSill', 'Bis unter die Türschwelle', 'Below the door sill'),
        option('footwell', 'Im Fußraum', 'In the footwell'),
        option('seat', 'Bis zur Sitzfläche', 'Up to the seats'),
        option('dashboard', 'Bis zum Armaturenbrett oder höher', 'Up to the dashboard or higher'),
        dontKnow,
      ],
    }),
    ask('engineStarted', 'yesNo', 'Wurde der Motor danach gestartet?', 'Was the engine started afterwards?', { when: flood }),
    ask('damageZones', 'manyOf', 'Wo ist das Fahrzeug beschädigt?', 'Where is the vehicle damaged?', {
      when: notFlood,
      options: [
        option('roof', 'Dach', 'Roof'),
        option('bonnet', 'Motorhaube', 'Bonnet'),
        option('boot', 'Heckklappe oder Kofferraum', 'Boot'),
        option('sides', 'Seiten', 'Sides'),
        option('glass', 'Scheiben', 'Glass'),
      ],
    }),
    ask('dentsPerPanel', 'oneOf', 'Wie viele Dellen sind es ungefähr auf dem am stärksten getroffenen Teil?', 'About how many dents are on the panel hit worst?', {
      when: hail,
      options: [
        option('under10', 'Weniger als 10', 'Fewer than 10'),
        option('upTo50', '10 bis 50', '10 to 50'),
        option('upTo150', '50 bis 150', '50 to 150'),
        option('more', 'Mehr als 150', 'More than 150'),
      ],
    }),
    ask('paintBroken', 'yesNo', 'Ist der Lack abgeplatzt oder gerissen?', 'Is the paint chipped or cracked?', { when: notFlood }),
    ask('glassOrLights', 'yesNo', 'Sind Scheiben oder Leuchten beschädigt?', 'Are windows or lights damaged?', { when: notFlood }),
    ask('panoramaRoof', 'yesNo', 'Hat das Fahrzeug ein Glas- oder Panoramadach?', 'Does the vehicle have a glass or panorama roof?', { when: notFlood }),
    ask('fallenObject', 'text', 'Was ist auf das Fahrzeug gefallen?', 'What fell on the vehicle?', {
      when: somethingFell,
      help: text('Zum Beispiel ein Ast, ein Dachziegel oder Schnee.', 'For example a branch, a roof tile or snow.'),
    }),
  ],
  shots: [
    ...baseShots(),
    shot(
      'hailPanel',
      text('Dellen im flachen Winkel', 'Dents at a flat angle'),
      text('Fotografieren Sie jedes Teil flach von der Seite, so dass sich eine helle Linie darin spiegelt.', 'Photograph each panel at a flat angle so that a line of light is reflected in it.'),
      { rule: 'expected', maxPhotos: 8, outline: 'part', when: hail },
    ),
    shot(
      'fallenObject',
      text('Herabgefallener Gegenstand', 'Object that fell'),
      text('Fotografieren Sie, was auf das Fahrzeug gefallen ist, möglichst bevor es weggeräumt wird.', 'Photograph what fell on the vehicle, if possible before it is cleared away.'),
      { maxPhotos: 4, when: somethingFell },
    ),
    shot(
      'waterMark',
      text('Wasserstand', 'Water mark'),
      text('Fotografieren Sie, bis wohin das Wasser außen oder innen stand.', 'Photograph how high the water stood, outside or inside.'),
      { rule: 'expected', maxPhotos: 4, when: flood },
    ),
  ],
};
