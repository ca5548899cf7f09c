import { on, type Subject } from './Subject.ts';

/** Things to listen to. */
export const sounds: readonly Subject[] = [
  on('slow-piano', 'music, piano', 'Recorded in the small hall.', 'Piano sketch no. 3', 'Listening exam, excerpt B'),
  on(
    'morning-birds',
    'sound, nature',
    'Recorded at five in the morning.',
    'Dawn chorus',
    'Field recording – birds of the campus',
  ),
  on('sea-shore', 'sound, nature', 'Stereo pair, mixed down.', 'Waves on the shore', 'Soundscape for the foyer'),
  on(
    'evening-bells',
    'sound, city',
    'From the town hall tower.',
    'Evening bells',
    'Oral history – sound of the old town',
  ),
  on(
    'marimba-jingle',
    'music, jingle',
    'Four bars, for the start of every episode.',
    'Podcast jingle',
    'Marimba pattern',
  ),
  on(
    'warm-drone',
    'music, ambient',
    'Eight voices of one oscillator.',
    'Drone for the installation',
    'Acoustics – beating tones',
  ),
  on('rain-on-roof', 'sound, nature', 'Tin roof, steady rain.', 'Rain on the workshop roof', 'Foley library – rain'),
];
