import type { PartGroup, VehicleType } from './damage-parts.ts';
import type { DamageKind, DamageSize, VehiclePart } from './damage-vocabulary.ts';
import type { LocalizedText } from './language.ts';

// Apart from the schemas, so that the widget does not carry them. Every text can be had in every language of customers.

/** What people call a part of this type of vehicle. */
export function partLabel(part: VehiclePart, type: VehicleType | undefined): LocalizedText {
  return (type && partLabelsOfType[type]?.[part]) ?? partLabels[part];
}

export const partLabels: Record<VehiclePart, LocalizedText> = {
  frontBumper: { de: 'Stoßstange vorne', en: 'Front bumper', tr: 'Ön tampon', pl: 'Zderzak przedni', uk: 'Передній бампер', ar: 'الصدام الأمامي' },
  grille: { de: 'Kühlergrill', en: 'Radiator grille', tr: 'Ön panjur', pl: 'Osłona chłodnicy', uk: 'Решітка радіатора', ar: 'شبك المبرّد' },
  bonnet: { de: 'Motorhaube', en: 'Bonnet', tr: 'Kaput', pl: 'Maska', uk: 'Капот', ar: 'غطاء المحرك' },
  windscreen: { de: 'Frontscheibe', en: 'Windscreen', tr: 'Ön cam', pl: 'Szyba przednia', uk: 'Лобове скло', ar: 'الزجاج الأمامي' },
  headlightLeft: { de: 'Scheinwerfer links', en: 'Headlight left', tr: 'Sol far', pl: 'Reflektor lewy', uk: 'Фара ліва', ar: 'المصباح الأمامي الأيسر' },
  headlightRight: { de: 'Scheinwerfer rechts', en: 'Headlight right', tr: 'Sağ far', pl: 'Reflektor prawy', uk: 'Фара права', ar: 'المصباح الأمامي الأيمن' },
  wingFrontLeft: { de: 'Kotflügel vorne links', en: 'Front wing left', tr: 'Sol ön çamurluk', pl: 'Błotnik przedni lewy', uk: 'Переднє крило ліве', ar: 'الرفرف الأمامي الأيسر' },
  wheelFrontLeft: { de: 'Rad vorne links', en: 'Front wheel left', tr: 'Sol ön tekerlek', pl: 'Koło przednie lewe', uk: 'Переднє колесо ліве', ar: 'العجلة الأمامية اليسرى' },
  mirrorLeft: { de: 'Außenspiegel links', en: 'Mirror left', tr: 'Sol dış ayna', pl: 'Lusterko lewe', uk: 'Дзеркало ліве', ar: 'المرآة اليسرى' },
  doorFrontLeft: { de: 'Tür vorne links', en: 'Front door left', tr: 'Sol ön kapı', pl: 'Drzwi przednie lewe', uk: 'Передні двері ліві', ar: 'الباب الأمامي الأيسر' },
  doorRearLeft: { de: 'Tür hinten links', en: 'Rear door left', tr: 'Sol arka kapı', pl: 'Drzwi tylne lewe', uk: 'Задні двері ліві', ar: 'الباب الخلفي الأيسر' },
  sillLeft: { de: 'Schweller links', en: 'Sill left', tr: 'Sol marşpiyel', pl: 'Próg lewy', uk: 'Поріг лівий', ar: 'العتبة اليسرى' },
  sideWindowLeft: { de: 'Seitenscheibe links', en: 'Side window left', tr: 'Sol yan cam', pl: 'Szyba boczna lewa', uk: 'Бокове скло ліве', ar: 'الزجاج الجانبي الأيسر' },
  sidePanelLeft: { de: 'Seitenteil hinten links', en: 'Rear side panel left', tr: 'Sol arka yan panel', pl: 'Błotnik tylny lewy', uk: 'Заднє крило ліве', ar: 'الجانب الخلفي الأيسر' },
  wheelRearLeft: { de: 'Rad hinten links', en: 'Rear wheel left', tr: 'Sol arka tekerlek', pl: 'Koło tylne lewe', uk: 'Заднє колесо ліве', ar: 'العجلة الخلفية اليسرى' },
  rearBumper: { de: 'Stoßstange hinten', en: 'Rear bumper', tr: 'Arka tampon', pl: 'Zderzak tylny', uk: 'Задній бампер', ar: 'الصدام الخلفي' },
  bootLid: { de: 'Heckklappe', en: 'Boot lid', tr: 'Bagaj kapağı', pl: 'Klapa tylna', uk: 'Кришка багажника', ar: 'باب الصندوق' },
  rearWindow: { de: 'Heckscheibe', en: 'Rear window', tr: 'Arka cam', pl: 'Szyba tylna', uk: 'Заднє скло', ar: 'الزجاج الخلفي' },
  tailLightLeft: { de: 'Rückleuchte links', en: 'Rear light left', tr: 'Sol stop lambası', pl: 'Światło tylne lewe', uk: 'Задній ліхтар лівий', ar: 'المصباح الخلفي الأيسر' },
  tailLightRight: { de: 'Rückleuchte rechts', en: 'Rear light right', tr: 'Sağ stop lambası', pl: 'Światło tylne prawe', uk: 'Задній ліхтар правий', ar: 'المصباح الخلفي الأيمن' },
  sidePanelRight: { de: 'Seitenteil hinten rechts', en: 'Rear side panel right', tr: 'Sağ arka yan panel', pl: 'Błotnik tylny prawy', uk: 'Заднє крило праве', ar: 'الجانب الخلفي الأيمن' },
  wheelRearRight: { de: 'Rad hinten rechts', en: 'Rear wheel right', tr: 'Sağ arka tekerlek', pl: 'Koło tylne prawe', uk: 'Заднє колесо праве', ar: 'العجلة الخلفية اليمنى' },
  sideWindowRight: { de: 'Seitenscheibe rechts', en: 'Side window right', tr: 'Sağ yan cam', pl: 'Szyba boczna prawa', uk: 'Бокове скло праве', ar: 'الزجاج الجانبي الأيمن' },
  sillRight: { de: 'Schweller rechts', en: 'Sill right', tr: 'Sağ marşpiyel', pl: 'Próg prawy', uk: 'Поріг правий', ar: 'العتبة اليمنى' },
  doorRearRight: { de: 'Tür hinten rechts', en: 'Rear door right', tr: 'Sağ arka kapı', pl: 'Drzwi tylne prawe', uk: 'Задні двері праві', ar: 'الباب الخلفي الأيمن' },
  doorFrontRight: { de: 'Tür vorne rechts', en: 'Front door right', tr: 'Sağ ön kapı', pl: 'Drzwi przednie prawe', uk: 'Передні двері праві', ar: 'الباب الأمامي الأيمن' },
  mirrorRight: { de: 'Außenspiegel rechts', en: 'Mirror right', tr: 'Sağ dış ayna', pl: 'Lusterko prawe', uk: 'Дзеркало праве', ar: 'المرآة اليمنى' },
  wheelFrontRight: { de: 'Rad vorne rechts', en: 'Front wheel right', tr: 'Sağ ön tekerlek', pl: 'Koło przednie prawe', uk: 'Переднє колесо праве', ar: 'العجلة الأمامية اليمنى' },
  wingFrontRight: { de: 'Kotflügel vorne rechts', en: 'Front wing right', tr: 'Sağ ön çamurluk', pl: 'Błotnik przedni prawy', uk: 'Переднє крило праве', ar: 'الرفرف الأمامي الأيمن' },
  roof: { de: 'Dach', en: 'Roof', tr: 'Tavan', pl: 'Dach', uk: 'Дах', ar: 'السقف' },
  glassRoof: { de: 'Glasdach', en: 'Glass roof', tr: 'Cam tavan', pl: 'Szklany dach', uk: 'Скляний дах', ar: 'السقف الزجاجي' },
  underbody: { de: 'Unterboden', en: 'Underbody', tr: 'Aracın altı', pl: 'Podwozie', uk: 'Днище', ar: 'أسفل السيارة' },
  interior: { de: 'Innenraum', en: 'Interior', tr: 'İç mekân', pl: 'Wnętrze', uk: 'Салон', ar: 'الداخل' },
  fairing: { de: 'Verkleidung', en: 'Fairing', tr: 'Grenaj', pl: 'Owiewka', uk: 'Обтічник', ar: 'الغطاء الجانبي' },
  tank: { de: 'Tank', en: 'Tank', tr: 'Depo', pl: 'Zbiornik paliwa', uk: 'Бак', ar: 'الخزان' },
  seat: { de: 'Sitzbank', en: 'Seat', tr: 'Sele', pl: 'Siedzenie', uk: 'Сидіння', ar: 'المقعد' },
  handlebar: { de: 'Lenker', en: 'Handlebar', tr: 'Gidon', pl: 'Kierownica', uk: 'Кермо', ar: 'المقود' },
  fork: { de: 'Gabel', en: 'Fork', tr: 'Çatal', pl: 'Widelec', uk: 'Вилка', ar: 'الشوكة' },
  exhaust: { de: 'Auspuff', en: 'Exhaust', tr: 'Egzoz', pl: 'Wydech', uk: 'Вихлоп', ar: 'العادم' },
  swingArm: { de: 'Schwinge', en: 'Swing arm', tr: 'Salıncak', pl: 'Wahacz', uk: 'Маятник', ar: 'الذراع المتأرجح' },
  wheelFront: { de: 'Vorderrad', en: 'Front wheel', tr: 'Ön tekerlek', pl: 'Koło przednie', uk: 'Переднє колесо', ar: 'العجلة الأمامية' },
  wheelRear: { de: 'Hinterrad', en: 'Rear wheel', tr: 'Arka tekerlek', pl: 'Koło tylne', uk: 'Заднє колесо', ar: 'العجلة الخلفية' },
  headlight: { de: 'Scheinwerfer', en: 'Headlight', tr: 'Far', pl: 'Reflektor', uk: 'Фара', ar: 'المصباح الأمامي' },
  tailLight: { de: 'Rücklicht', en: 'Rear light', tr: 'Arka lamba', pl: 'Światło tylne', uk: 'Задній ліхтар', ar: 'المصباح الخلفي' },
  indicators: { de: 'Blinker', en: 'Indicators', tr: 'Sinyaller', pl: 'Kierunkowskazy', uk: 'Поворотники', ar: 'الإشارات' },
  engine: { de: 'Motor', en: 'Engine', tr: 'Motor', pl: 'Silnik', uk: 'Двигун', ar: 'المحرك' },
  mudguard: { de: 'Schutzblech', en: 'Mudguard', tr: 'Çamurluk', pl: 'Błotnik', uk: 'Крило', ar: 'واقي الطين' },
  drawbar: { de: 'Deichsel', en: 'Drawbar', tr: 'Çeki oku', pl: 'Dyszel', uk: 'Дишло', ar: 'عمود الجر' },
  sideWallLeft: { de: 'Bordwand links', en: 'Side wall left', tr: 'Sol yan kapak', pl: 'Burta lewa', uk: 'Борт лівий', ar: 'الجدار الأيسر' },
  sideWallRight: { de: 'Bordwand rechts', en: 'Side wall right', tr: 'Sağ yan kapak', pl: 'Burta prawa', uk: 'Борт правий', ar: 'الجدار الأيمن' },
  tailgate: { de: 'Heckwand', en: 'Tailgate', tr: 'Arka kapak', pl: 'Burta tylna', uk: 'Задній борт', ar: 'الجدار الخلفي' },
  frontWall: { de: 'Stirnwand', en: 'Front wall', tr: 'Ön kapak', pl: 'Burta przednia', uk: 'Передній борт', ar: 'الجدار الأمامي' },
  axle: { de: 'Achse', en: 'Axle', tr: 'Aks', pl: 'Oś', uk: 'Вісь', ar: 'المحور' },
  cover: { de: 'Plane oder Deckel', en: 'Tarpaulin or lid', tr: 'Branda veya kapak', pl: 'Plandeka lub pokrywa', uk: 'Тент або кришка', ar: 'الشادر أو الغطاء' },
  other: { de: 'Etwas anderes', en: 'Something else', tr: 'Başka bir şey', pl: 'Coś innego', uk: 'Щось інше', ar: 'شيء آخر' },
};

const partLabelsOfType: Partial<Record<VehicleType, Partial<Record<VehiclePart, LocalizedText>>>> = {
  van: {
    doorRearLeft: { de: 'Schiebetür links', en: 'Sliding door left', tr: 'Sol sürgülü kapı', pl: 'Drzwi przesuwne lewe', uk: 'Зсувні двері ліві', ar: 'الباب المنزلق الأيسر' },
    doorRearRight: { de: 'Schiebetür rechts', en: 'Sliding door right', tr: 'Sağ sürgülü kapı', pl: 'Drzwi przesuwne prawe', uk: 'Зсувні двері праві', ar: 'الباب المنزلق الأيمن' },
    sidePanelLeft: { de: 'Seitenwand hinten links', en: 'Rear side panel left', tr: 'Sol arka yan duvar', pl: 'Ściana boczna tylna lewa', uk: 'Задня бокова стінка ліва', ar: 'الجدار الخلفي الأيسر' },
    sidePanelRight: { de: 'Seitenwand hinten rechts', en: 'Rear side panel right', tr: 'Sağ arka yan duvar', pl: 'Ściana boczna tylna prawa', uk: 'Задня бокова стінка права', ar: 'الجدار الخلفي الأيمن' },
    bootLid: { de: 'Hecktür', en: 'Rear door', tr: 'Arka kapı', pl: 'Drzwi tylne', uk: 'Задні двері', ar: 'الباب الخلفي' },
    interior: { de: 'Innen- oder Laderaum', en: 'Cab or load space', tr: 'Kabin veya yük bölümü', pl: 'Kabina lub przestrzeń ładunkowa', uk: 'Кабіна або вантажний відсік', ar: 'المقصورة أو حيّز التحميل' },
  },
  motorcycle: {
    windscreen: { de: 'Windschild', en: 'Windshield', tr: 'Rüzgârlık', pl: 'Szyba', uk: 'Вітрове скло', ar: 'الواقي الأمامي' },
    mirrorLeft: { de: 'Spiegel links', en: 'Mirror left', tr: 'Sol ayna', pl: 'Lusterko lewe', uk: 'Дзеркало ліве', ar: 'المرآة اليسرى' },
    mirrorRight: { de: 'Spiegel rechts', en: 'Mirror right', tr: 'Sağ ayna', pl: 'Lusterko prawe', uk: 'Дзеркало праве', ar: 'المرآة اليمنى' },
    underbody: { de: 'Rahmen und Fußrasten', en: 'Frame and footrests', tr: 'Şasi ve ayaklıklar', pl: 'Rama i podnóżki', uk: 'Рама й підніжки', ar: 'الإطار ومساند القدمين' },
  },
  trailer: {
    wheelRearLeft: { de: 'Rad links', en: 'Wheel left', tr: 'Sol tekerlek', pl: 'Koło lewe', uk: 'Колесо ліве', ar: 'العجلة اليسرى' },
    wheelRearRight: { de: 'Rad rechts', en: 'Wheel right', tr: 'Sağ tekerlek', pl: 'Koło prawe', uk: 'Колесо праве', ar: 'العجلة اليمنى' },
    rearBumper: { de: 'Leuchtenträger', en: 'Light bar', tr: 'Lamba taşıyıcı', pl: 'Belka świateł', uk: 'Панель ліхтарів', ar: 'حامل المصابيح' },
    mudguard: { de: 'Kotflügel', en: 'Mudguard', tr: 'Çamurluk', pl: 'Błotnik', uk: 'Крило', ar: 'الرفرف' },
    interior: { de: 'Ladefläche', en: 'Load bed', tr: 'Yük alanı', pl: 'Powierzchnia ładunkowa', uk: 'Вантажна площадка', ar: 'سطح التحميل' },
  },
};

export const damageKindLabels: Record<DamageKind, LocalizedText> = {
  scratch: { de: 'Kratzer', en: 'Scratch', tr: 'Çizik', pl: 'Rysa', uk: 'Подряпина', ar: 'خدش' },
  dent: { de: 'Delle', en: 'Dent', tr: 'Göçük', pl: 'Wgniecenie', uk: 'Вм’ятина', ar: 'انبعاج' },
  hailDents: { de: 'Hageldellen', en: 'Hail dents', tr: 'Dolu göçükleri', pl: 'Wgniecenia po gradzie', uk: 'Вм’ятини від граду', ar: 'انبعاجات البرد' },
  crack: { de: 'Riss', en: 'Crack', tr: 'Çatlak', pl: 'Pęknięcie', uk: 'Тріщина', ar: 'شق' },
  chip: { de: 'Steinschlag', en: 'Stone chip', tr: 'Taş çarpması', pl: 'Odprysk', uk: 'Слід від каменя', ar: 'ضربة حصى' },
  brokenOff: { de: 'Abgebrochen', en: 'Broken off', tr: 'Kopmuş', pl: 'Odłamane', uk: 'Відламано', ar: 'مكسور' },
  deformed: { de: 'Eingedrückt oder verbogen', en: 'Pushed in or bent', tr: 'Ezilmiş veya eğilmiş', pl: 'Wgniecione lub wygięte', uk: 'Вдавлено або погнуто', ar: 'منبعج أو ملتوٍ' },
  paintOff: { de: 'Lack ab', en: 'Paint off', tr: 'Boya kalkmış', pl: 'Brak lakieru', uk: 'Збита фарба', ar: 'الطلاء مقشور' },
  torn: { de: 'Eingerissen', en: 'Torn', tr: 'Yırtılmış', pl: 'Naderwane', uk: 'Надірвано', ar: 'ممزق' },
  burnt: { de: 'Verbrannt', en: 'Burnt', tr: 'Yanmış', pl: 'Spalone', uk: 'Обгоріло', ar: 'محترق' },
  missing: { de: 'Fehlt', en: 'Missing', tr: 'Eksik', pl: 'Brakuje', uk: 'Відсутнє', ar: 'مفقود' },
  other: { de: 'Etwas anderes', en: 'Something else', tr: 'Başka bir şey', pl: 'Coś innego', uk: 'Щось інше', ar: 'شيء آخر' },
  shattered: { de: 'Zersplittert', en: 'Shattered', tr: 'Parçalanmış', pl: 'Rozbite', uk: 'Розбито', ar: 'محطم' },
};

export const damageSizeLabels: Record<DamageSize, LocalizedText> = {
  coin: { de: 'Wie eine Münze', en: 'Like a coin', tr: 'Madeni para kadar', pl: 'Jak moneta', uk: 'Як монета', ar: 'بحجم قطعة نقدية' },
  hand: { de: 'Wie eine Hand', en: 'Like a hand', tr: 'El kadar', pl: 'Jak dłoń', uk: 'Як долоня', ar: 'بحجم اليد' },
  sheet: { de: 'Wie ein Blatt Papier', en: 'Like a sheet of paper', tr: 'Kâğıt kadar', pl: 'Jak kartka papieru', uk: 'Як аркуш паперу', ar: 'بحجم ورقة' },
  larger: { de: 'Größer als ein Blatt', en: 'Larger than a sheet', tr: 'Kâğıttan büyük', pl: 'Większe niż kartka', uk: 'Більше за аркуш', ar: 'أكبر من ورقة' },
};

export const partGroupLabels: Record<PartGroup, LocalizedText> = {
  left: { de: 'Links', en: 'Left', tr: 'Sol', pl: 'Lewa strona', uk: 'Ліворуч', ar: 'اليسار' },
  front: { de: 'Vorne', en: 'Front', tr: 'Ön', pl: 'Przód', uk: 'Спереду', ar: 'الأمام' },
  right: { de: 'Rechts', en: 'Right', tr: 'Sağ', pl: 'Prawa strona', uk: 'Праворуч', ar: 'اليمين' },
  rear: { de: 'Hinten', en: 'Rear', tr: 'Arka', pl: 'Tył', uk: 'Ззаду', ar: 'الخلف' },
  top: { de: 'Oben', en: 'Top', tr: 'Üst', pl: 'Góra', uk: 'Зверху', ar: 'الأعلى' },
  inside: { de: 'Innen und unten', en: 'Inside and below', tr: 'İç ve alt', pl: 'Wewnątrz i spód', uk: 'Всередині та знизу', ar: 'الداخل والأسفل' },
};

/** On a motorcycle the parts along its middle are no "top". */
export function partGroupLabel(group: PartGroup, type: VehicleType): LocalizedText {
  return type === 'motorcycle' && group === 'top' ? { de: 'Mitte', en: 'Middle', tr: 'Orta', pl: 'Środek', uk: 'Середина', ar: 'الوسط' } : partGroupLabels[group];
}
