import type { LibraryEntry } from '../LibraryEntry.ts';
import { oneEntry } from './sampleEntries.ts';

/** Names as people, machines and attackers write them. */
export function oddEntries(): LibraryEntry[] {
  return [
    'Recording of the third symposium on immersive learning environments, morning session, camera B, colour corrected, final version 7 (really)',
    'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
    'جولة بزاوية ٣٦٠ درجة في مكتبة الجامعة القديمة',
    'סיור במעבדה (חלק 2)',
    '日本庭園の散策、春の朝',
    '🏛️🎥 Museum night 👩‍🚀👨‍👩‍👧‍👦 🇨🇭',
    '<img src=x onerror=alert(1)> & <b>bold</b>',
    'invoice\u202Egpj.exe',
    '   ',
    'Z̸̡a̵͜l̷̨g̶̢o̸ text',
    'name'.repeat(2500),
  ].map((name, index) =>
    oneEntry({ id: `1_odd${index}`, name, ownerName: index % 2 ? 'محمد' : 'ada@atelier-nord.example' }),
  );
}
