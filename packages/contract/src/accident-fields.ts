import type { LocalizedText } from './language.ts';

// Apart from the schemas, so that the widget does not carry them.

/** Driver A opened the statement; B was asked in. On paper A is the blue side and B the yellow one. */
export const statementSides = ['a', 'b'] as const;
export type StatementSide = (typeof statementSides)[number];

export function otherSide(side: StatementSide): StatementSide {
  return side === 'a' ? 'b' : 'a';
}

/** Lines that somebody may write below each other: what is signed has to fit on its page. */
export const mostLines = 30;

export type AccidentFieldKind = 'text' | 'longText' | 'day' | 'time' | 'yesNo' | 'clock' | 'circumstances' | 'sketch';
export type AccidentField = {
  id: string;
  /** Of the European Accident Statement: the same in every language. */
  number: number;
  kind: AccidentFieldKind;
  label: LocalizedText;
  maxLength: number;
};

const field = (number: number, id: string, kind: AccidentFieldKind, label: LocalizedText, maxLength = 120): AccidentField => ({ id, number, kind, label, maxLength });

/** What both state together. */
export const sharedFields: readonly AccidentField[] = [
  field(1, 'date', 'day', { de: 'Tag des Unfalls', en: 'Date of the accident', tr: 'Kaza tarihi', pl: 'Data wypadku', uk: 'Дата аварії', ar: 'تاريخ الحادث' }),
  field(1, 'time', 'time', { de: 'Uhrzeit', en: 'Time', tr: 'Saat', pl: 'Godzina', uk: 'Час', ar: 'الساعة' }),
  field(2, 'country', 'text', { de: 'Land', en: 'Country', tr: 'Ülke', pl: 'Kraj', uk: 'Країна', ar: 'البلد' }, 60),
  field(2, 'place', 'text', { de: 'Ort, Straße', en: 'Place, street', tr: 'Yer, cadde', pl: 'Miejscowość, ulica', uk: 'Місце, вулиця', ar: 'المكان والشارع' }, 200),
  field(3, 'injured', 'yesNo', { de: 'Verletzte, auch leicht', en: 'Anyone injured, even slightly', tr: 'Yaralı var mı, hafif de olsa', pl: 'Ranni, także lekko', uk: 'Потерпілі, навіть легко', ar: 'هل يوجد مصابون ولو إصابة خفيفة' }),
  field(4, 'otherVehicles', 'yesNo', { de: 'Schaden an weiteren Fahrzeugen', en: 'Damage to other vehicles', tr: 'Başka araçlarda hasar', pl: 'Szkody w innych pojazdach', uk: 'Пошкодження інших транспортних засобів', ar: 'أضرار بمركبات أخرى' }),
  field(4, 'otherObjects', 'yesNo', { de: 'Schaden an anderen Dingen', en: 'Damage to other objects', tr: 'Başka eşyalarda hasar', pl: 'Szkody w innych przedmiotach', uk: 'Пошкодження іншого майна', ar: 'أضرار بأشياء أخرى' }),
  field(5, 'witnesses', 'longText', { de: 'Zeugen: Name, Anschrift, Telefon', en: 'Witnesses: name, address, phone', tr: 'Tanıklar: ad, adres, telefon', pl: 'Świadkowie: nazwisko, adres, telefon', uk: 'Свідки: ім’я, адреса, телефон', ar: 'الشهود: الاسم والعنوان والهاتف' }, 1000),
  field(13, 'sketch', 'sketch', { de: 'Skizze', en: 'Sketch', tr: 'Kroki', pl: 'Szkic', uk: 'Схема', ar: 'رسم تخطيطي' }),
  field(13, 'sketchText', 'longText', { de: 'Der Unfall in Worten', en: 'The accident in words', tr: 'Kazanın sözlü anlatımı', pl: 'Opis wypadku słowami', uk: 'Аварія словами', ar: 'وصف الحادث بالكلمات' }, 1500),
];

/** What each states for the own side. */
export const sideFields: readonly AccidentField[] = [
  field(6, 'policyholderName', 'text', { de: 'Name', en: 'Name', tr: 'Ad soyad', pl: 'Imię i nazwisko', uk: 'Ім’я та прізвище', ar: 'الاسم' }),
  field(6, 'policyholderAddress', 'text', { de: 'Anschrift', en: 'Address', tr: 'Adres', pl: 'Adres', uk: 'Адреса', ar: 'العنوان' }, 200),
  field(6, 'policyholderContact', 'text', { de: 'Telefon oder E-Mail', en: 'Phone or e-mail', tr: 'Telefon veya e-posta', pl: 'Telefon lub e-mail', uk: 'Телефон або e-mail', ar: 'الهاتف أو البريد الإلكتروني' }),
  field(7, 'makeModel', 'text', { de: 'Marke, Typ', en: 'Make, type', tr: 'Marka, tip', pl: 'Marka, typ', uk: 'Марка, модель', ar: 'الصانع والطراز' }),
  field(7, 'plate', 'text', { de: 'Kennzeichen', en: 'Registration number', tr: 'Plaka', pl: 'Numer rejestracyjny', uk: 'Номерний знак', ar: 'رقم اللوحة' }, 20),
  field(7, 'plateCountry', 'text', { de: 'Land der Zulassung', en: 'Country of registration', tr: 'Tescil ülkesi', pl: 'Kraj rejestracji', uk: 'Країна реєстрації', ar: 'بلد التسجيل' }, 60),
  field(7, 'trailerPlate', 'text', { de: 'Anhänger: Kennzeichen', en: 'Trailer: registration number', tr: 'Römork: plaka', pl: 'Przyczepa: numer rejestracyjny', uk: 'Причіп: номерний знак', ar: 'المقطورة: رقم اللوحة' }, 20),
  field(8, 'insurer', 'text', { de: 'Versicherung', en: 'Insurer', tr: 'Sigorta', pl: 'Ubezpieczenie', uk: 'Страхування', ar: 'التأمين' }),
  field(8, 'policyNumber', 'text', { de: 'Nummer des Versicherungsscheins', en: 'Policy number', tr: 'Poliçe numarası', pl: 'Numer polisy', uk: 'Номер поліса', ar: 'رقم وثيقة التأمين' }, 60),
  field(8, 'greenCardNumber', 'text', { de: 'Nummer der Grünen Karte', en: 'Green card number', tr: 'Yeşil Kart numarası', pl: 'Numer Zielonej Karty', uk: 'Номер Зеленої картки', ar: 'رقم البطاقة الخضراء' }, 60),
  field(8, 'validFrom', 'day', { de: 'Gültig ab', en: 'Valid from', tr: 'Geçerlilik başlangıcı', pl: 'Ważna od', uk: 'Дійсний з', ar: 'صالح من' }),
  field(8, 'validTo', 'day', { de: 'Gültig bis', en: 'Valid to', tr: 'Geçerlilik bitişi', pl: 'Ważna do', uk: 'Дійсний до', ar: 'صالح حتى' }),
  field(8, 'agency', 'text', { de: 'Agentur oder Büro', en: 'Agency or office', tr: 'Acente veya büro', pl: 'Agencja lub biuro', uk: 'Агенція або офіс', ar: 'الوكالة أو المكتب' }, 200),
  field(8, 'ownDamageCovered', 'yesNo', { de: 'Schaden am eigenen Fahrzeug versichert', en: 'Own damage covered', tr: 'Kendi aracınızın hasarı sigortalı', pl: 'Szkody we własnym pojeździe ubezpieczone', uk: 'Пошкодження власного авто застраховано', ar: 'أضرار المركبة نفسها مشمولة بالتأمين' }),
  field(9, 'driverName', 'text', { de: 'Name', en: 'Name', tr: 'Ad soyad', pl: 'Imię i nazwisko', uk: 'Ім’я та прізвище', ar: 'الاسم' }),
  field(9, 'driverBirthDate', 'day', { de: 'Geburtsdatum', en: 'Date of birth', tr: 'Doğum tarihi', pl: 'Data urodzenia', uk: 'Дата народження', ar: 'تاريخ الميلاد' }),
  field(9, 'driverAddress', 'text', { de: 'Anschrift', en: 'Address', tr: 'Adres', pl: 'Adres', uk: 'Адреса', ar: 'العنوان' }, 200),
  field(9, 'driverPhone', 'text', { de: 'Telefon oder E-Mail', en: 'Phone or e-mail', tr: 'Telefon veya e-posta', pl: 'Telefon lub e-mail', uk: 'Телефон або e-mail', ar: 'الهاتف أو البريد الإلكتروني' }),
  field(9, 'licenceNumber', 'text', { de: 'Führerschein-Nummer', en: 'Driving licence number', tr: 'Sürücü belgesi numarası', pl: 'Numer prawa jazdy', uk: 'Номер водійського посвідчення', ar: 'رقم رخصة القيادة' }, 60),
  field(9, 'licenceClass', 'text', { de: 'Klasse', en: 'Class', tr: 'Sınıf', pl: 'Kategoria', uk: 'Категорія', ar: 'الفئة' }, 30),
  field(9, 'licenceValidUntil', 'day', { de: 'Führerschein gültig bis', en: 'Licence valid until', tr: 'Sürücü belgesi geçerlilik bitişi', pl: 'Prawo jazdy ważne do', uk: 'Посвідчення дійсне до', ar: 'رخصة القيادة صالحة حتى' }),
  field(10, 'impact', 'clock', { de: 'Erster Aufprall', en: 'Point of first impact', tr: 'İlk çarpma noktası', pl: 'Miejsce pierwszego uderzenia', uk: 'Місце першого удару', ar: 'نقطة الصدمة الأولى' }),
  field(11, 'visibleDamage', 'longText', { de: 'Sichtbare Schäden', en: 'Visible damage', tr: 'Görünür hasar', pl: 'Widoczne uszkodzenia', uk: 'Видимі пошкодження', ar: 'الأضرار الظاهرة' }, 600),
  field(12, 'circumstances', 'circumstances', { de: 'Umstände', en: 'Circumstances', tr: 'Koşullar', pl: 'Okoliczności', uk: 'Обставини', ar: 'الظروف' }),
  field(14, 'remarks', 'longText', { de: 'Bemerkungen', en: 'Remarks', tr: 'Açıklamalar', pl: 'Uwagi', uk: 'Примітки', ar: 'ملاحظات' }, 1000),
];

/** What stands over the fields of one number. */
export const numberTitles: Readonly<Record<number, LocalizedText>> = {
  1: { de: 'Tag und Uhrzeit', en: 'Date and time', tr: 'Tarih ve saat', pl: 'Data i godzina', uk: 'Дата і час', ar: 'التاريخ والوقت' },
  2: { de: 'Ort', en: 'Place', tr: 'Yer', pl: 'Miejsce', uk: 'Місце', ar: 'المكان' },
  3: { de: 'Verletzte', en: 'Injuries', tr: 'Yaralılar', pl: 'Ranni', uk: 'Потерпілі', ar: 'المصابون' },
  4: { de: 'Andere Schäden', en: 'Other damage', tr: 'Diğer hasarlar', pl: 'Inne szkody', uk: 'Інші пошкодження', ar: 'أضرار أخرى' },
  5: { de: 'Zeugen', en: 'Witnesses', tr: 'Tanıklar', pl: 'Świadkowie', uk: 'Свідки', ar: 'الشهود' },
  6: { de: 'Versicherungsnehmer', en: 'Policyholder', tr: 'Sigortalı', pl: 'Ubezpieczający', uk: 'Страхувальник', ar: 'صاحب التأمين' },
  7: { de: 'Fahrzeug', en: 'Vehicle', tr: 'Araç', pl: 'Pojazd', uk: 'Транспортний засіб', ar: 'المركبة' },
  8: { de: 'Versicherung', en: 'Insurance', tr: 'Sigorta', pl: 'Ubezpieczenie', uk: 'Страхування', ar: 'التأمين' },
  9: { de: 'Fahrer', en: 'Driver', tr: 'Sürücü', pl: 'Kierujący', uk: 'Водій', ar: 'السائق' },
  10: { de: 'Erster Aufprall', en: 'First impact', tr: 'İlk çarpma noktası', pl: 'Miejsce pierwszego uderzenia', uk: 'Місце першого удару', ar: 'نقطة الصدمة الأولى' },
  11: { de: 'Sichtbare Schäden', en: 'Visible damage', tr: 'Görünür hasar', pl: 'Widoczne uszkodzenia', uk: 'Видимі пошкодження', ar: 'الأضرار الظاهرة' },
  12: { de: 'Umstände', en: 'Circumstances', tr: 'Koşullar', pl: 'Okoliczności', uk: 'Обставини', ar: 'الظروف' },
  13: { de: 'Skizze', en: 'Sketch', tr: 'Kroki', pl: 'Szkic', uk: 'Схема', ar: 'رسم تخطيطي' },
  14: { de: 'Bemerkungen', en: 'Remarks', tr: 'Açıklamalar', pl: 'Uwagi', uk: 'Примітки', ar: 'ملاحظات' },
  15: { de: 'Unterschriften', en: 'Signatures', tr: 'İmzalar', pl: 'Podpisy', uk: 'Підписи', ar: 'التوقيعات' },
};

/** The seventeen ticks of number 12 in their order; codes as in the questions of the damage report. */
export const circumstances: readonly { id: string; label: LocalizedText }[] = [
  { id: 'parked', label: { de: 'parkte oder stand', en: 'was parked or stationary', tr: 'park hâlindeydi veya duruyordu', pl: 'parkował lub stał', uk: 'був припаркований або стояв', ar: 'كان متوقفًا أو واقفًا' } },
  { id: 'leavingParking', label: { de: 'parkte aus oder öffnete eine Tür', en: 'was leaving a parking space or opening a door', tr: 'park yerinden çıkıyordu veya kapı açıyordu', pl: 'ruszał z miejsca postoju lub otwierał drzwi', uk: 'виїжджав зі стоянки або відчиняв двері', ar: 'كان يخرج من موقف أو يفتح بابًا' } },
  { id: 'enteringParking', label: { de: 'parkte ein', en: 'was entering a parking space', tr: 'park ediyordu', pl: 'parkował pojazd (wjeżdżał na miejsce)', uk: 'паркувався', ar: 'كان يركن المركبة' } },
  { id: 'emergingFromPrivate', label: { de: 'kam aus Parkplatz, Grundstück oder Feldweg', en: 'was emerging from a car park, private ground or a track', tr: 'otoparktan, özel alandan veya toprak yoldan çıkıyordu', pl: 'wyjeżdżał z parkingu, posesji lub drogi polnej', uk: 'виїжджав з парковки, приватної території чи польової дороги', ar: 'كان يخرج من موقف سيارات أو أرض خاصة أو طريق ترابي' } },
  { id: 'enteringPrivate', label: { de: 'fuhr in Parkplatz, Grundstück oder Feldweg ein', en: 'was entering a car park, private ground or a track', tr: 'otoparka, özel alana veya toprak yola giriyordu', pl: 'wjeżdżał na parking, posesję lub drogę polną', uk: 'в’їжджав на парковку, приватну територію чи польову дорогу', ar: 'كان يدخل موقف سيارات أو أرضًا خاصة أو طريقًا ترابيًا' } },
  { id: 'enteringRoundabout', label: { de: 'fuhr in einen Kreisverkehr ein', en: 'was entering a roundabout', tr: 'döner kavşağa giriyordu', pl: 'wjeżdżał na rondo', uk: 'в’їжджав на коло', ar: 'كان يدخل دوّارًا' } },
  { id: 'inRoundabout', label: { de: 'fuhr im Kreisverkehr', en: 'was driving in a roundabout', tr: 'döner kavşakta ilerliyordu', pl: 'jechał po rondzie', uk: 'рухався по колу', ar: 'كان يسير داخل دوّار' } },
  { id: 'hitRear', label: { de: 'fuhr auf: gleiche Richtung, gleiche Spur', en: 'hit the rear: same direction, same lane', tr: 'arkadan çarptı: aynı yön, aynı şerit', pl: 'najechał na tył: ten sam kierunek, ten sam pas', uk: 'вдарив ззаду: той самий напрямок, та сама смуга', ar: 'صدم من الخلف: نفس الاتجاه ونفس المسار' } },
  { id: 'sameDirectionOtherLane', label: { de: 'fuhr in gleicher Richtung in anderer Spur', en: 'was driving in the same direction in another lane', tr: 'aynı yönde başka şeritte gidiyordu', pl: 'jechał w tym samym kierunku innym pasem', uk: 'рухався в тому самому напрямку іншою смугою', ar: 'كان يسير في نفس الاتجاه في مسار آخر' } },
  { id: 'changingLane', label: { de: 'wechselte die Spur', en: 'was changing lane', tr: 'şerit değiştiriyordu', pl: 'zmieniał pas', uk: 'змінював смугу', ar: 'كان يغيّر المسار' } },
  { id: 'overtaking', label: { de: 'überholte', en: 'was overtaking', tr: 'sollama yapıyordu', pl: 'wyprzedzał', uk: 'обганяв', ar: 'كان يتجاوز' } },
  { id: 'turningRight', label: { de: 'bog nach rechts ab', en: 'was turning right', tr: 'sağa dönüyordu', pl: 'skręcał w prawo', uk: 'повертав праворуч', ar: 'كان ينعطف يمينًا' } },
  { id: 'turningLeft', label: { de: 'bog nach links ab', en: 'was turning left', tr: 'sola dönüyordu', pl: 'skręcał w lewo', uk: 'повертав ліворуч', ar: 'كان ينعطف يسارًا' } },
  { id: 'reversing', label: { de: 'fuhr rückwärts', en: 'was reversing', tr: 'geri gidiyordu', pl: 'cofał', uk: 'їхав заднім ходом', ar: 'كان يرجع إلى الخلف' } },
  { id: 'oppositeLane', label: { de: 'kam in die Gegenspur', en: 'crossed into the opposite lane', tr: 'karşı şeride geçti', pl: 'wjechał na przeciwny pas ruchu', uk: 'виїхав на зустрічну смугу', ar: 'دخل المسار المعاكس' } },
  { id: 'fromTheRight', label: { de: 'kam von rechts', en: 'was coming from the right', tr: 'sağdan geliyordu', pl: 'nadjeżdżał z prawej strony', uk: 'наближався справа', ar: 'كان قادمًا من اليمين' } },
  { id: 'ignoredPriority', label: { de: 'missachtete Vorfahrt oder rote Ampel', en: 'ignored a priority sign or a red light', tr: 'öncelik levhasına veya kırmızı ışığa uymadı', pl: 'nie zastosował się do pierwszeństwa lub czerwonego światła', uk: 'не дотримався пріоритету або червоного світла', ar: 'لم يلتزم بالأولوية أو بالإشارة الحمراء' } },
];

/** Where the first impact was, as on a clock seen from above with the front at twelve. */
export const clockPositions: readonly { id: string; label: LocalizedText }[] = [
  { id: '12', label: { de: 'vorn Mitte', en: 'front centre', tr: 'ön orta', pl: 'przód, środek', uk: 'спереду посередині', ar: 'الأمام، الوسط' } },
  { id: '1', label: { de: 'vorn rechts', en: 'front right', tr: 'ön sağ', pl: 'przód z prawej', uk: 'спереду праворуч', ar: 'الأمام، اليمين' } },
  { id: '2', label: { de: 'Kotflügel rechts', en: 'right wing', tr: 'sağ çamurluk', pl: 'prawy błotnik', uk: 'праве крило', ar: 'الرفرف الأيمن' } },
  { id: '3', label: { de: 'rechte Seite', en: 'right side', tr: 'sağ taraf', pl: 'prawa strona', uk: 'правий бік', ar: 'الجانب الأيمن' } },
  { id: '4', label: { de: 'rechts hinten', en: 'right rear side', tr: 'sağ arka yan', pl: 'prawy tylny bok', uk: 'правий бік ззаду', ar: 'الجانب الأيمن الخلفي' } },
  { id: '5', label: { de: 'hinten rechts', en: 'rear right', tr: 'arka sağ', pl: 'tył z prawej', uk: 'ззаду праворуч', ar: 'الخلف، اليمين' } },
  { id: '6', label: { de: 'hinten Mitte', en: 'rear centre', tr: 'arka orta', pl: 'tył, środek', uk: 'ззаду посередині', ar: 'الخلف، الوسط' } },
  { id: '7', label: { de: 'hinten links', en: 'rear left', tr: 'arka sol', pl: 'tył z lewej', uk: 'ззаду ліворуч', ar: 'الخلف، اليسار' } },
  { id: '8', label: { de: 'links hinten', en: 'left rear side', tr: 'sol arka yan', pl: 'lewy tylny bok', uk: 'лівий бік ззаду', ar: 'الجانب الأيسر الخلفي' } },
  { id: '9', label: { de: 'linke Seite', en: 'left side', tr: 'sol taraf', pl: 'lewa strona', uk: 'лівий бік', ar: 'الجانب الأيسر' } },
  { id: '10', label: { de: 'Kotflügel links', en: 'left wing', tr: 'sol çamurluk', pl: 'lewy błotnik', uk: 'ліве крило', ar: 'الرفرف الأيسر' } },
  { id: '11', label: { de: 'vorn links', en: 'front left', tr: 'ön sol', pl: 'przód z lewej', uk: 'спереду ліворуч', ar: 'الأمام، اليسار' } },
];

export const roads = ['none', 'straight', 'crossing', 'junction', 'roundabout', 'parking'] as const;
export type Road = (typeof roads)[number];

/** A plane of 1000 × 700 with the origin top left; angles in degrees, clockwise, 0 with the front up. */
export type SketchedVehicle = { x: number; y: number; angle: number };
export type Sketch = { road: Road; vehicles: Record<StatementSide, SketchedVehicle>; strokes: [number, number][][] };
export const sketchSize = { width: 1000, height: 700 } as const;
export const sketchLimits = { strokes: 80, points: 4_000 } as const;

export type AccidentValue = string | boolean | string[] | Sketch;
/** By `shared.<field>`, `a.<field>`, `b.<field>`. What is empty is not there. */
export type AccidentContent = Record<string, AccidentValue>;

/** Every path with its field. */
export const accidentPaths: ReadonlyMap<string, AccidentField> = new Map([
  ...sharedFields.map((known) => [`shared.${known.id}`, known] as const),
  ...statementSides.flatMap((side) => sideFields.map((known) => [`${side}.${known.id}`, known] as const)),
]);

/** The side a path belongs to; null for what both state. */
export function sideOfPath(path: string): StatementSide | null {
  const [part] = path.split('.');
  return part === 'a' || part === 'b' ? part : null;
}

const neededShared = ['date', 'time', 'place', 'injured'] as const;
const neededOfSide = ['plate', 'driverName'] as const;

/** What has to be there before anybody signs: when, where, whether somebody is hurt, who drove what. The rest is for the two to decide. */
export function missingIn(content: AccidentContent, sides: readonly StatementSide[] = statementSides): string[] {
  const needed = [...neededShared.map((id) => `shared.${id}`), ...sides.flatMap((side) => neededOfSide.map((id) => `${side}.${id}`))];
  return needed.filter((path) => content[path] === undefined);
}

/** The very bytes that are signed: all facts with their paths in order. The same facts give the same bytes on every device. */
export function factsText(id: string, content: AccidentContent): string {
  return JSON.stringify({ accidentStatement: id, facts: Object.keys(content).toSorted().map((path) => [path, plain(content[path])]) });
}

function plain(value: AccidentValue | undefined): unknown {
  if (value === undefined || typeof value !== 'object' || Array.isArray(value)) return value;
  const { road, vehicles, strokes } = value;
  return [road, ...statementSides.map((side) => [vehicles[side].x, vehicles[side].y, vehicles[side].angle]), strokes];
}

/** A keyed answer as people read it; what was typed stays as it is. Null for what is drawn. */
export function wordsOf(known: AccidentField, value: AccidentValue, language: 'de' | 'en'): string | null {
  if (known.kind === 'yesNo') return value ? { de: 'ja', en: 'yes' }[language] : { de: 'nein', en: 'no' }[language];
  if (known.kind === 'day' && typeof value === 'string') return language === 'de' ? value.split('-').toReversed().join('.') : value;
  if (known.kind === 'clock') {
    const position = clockPositions.find(({ id }) => id === value);
    return position ? `${position.id} ${language === 'de' ? 'Uhr' : 'o’clock'}: ${position.label[language]}` : null;
  }
  if (known.kind === 'circumstances' && Array.isArray(value)) return circumstances.filter(({ id }) => value.includes(id)).map(({ label }) => label[language]).join('; ');
  return typeof value === 'string' ? value : null;
}
