import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Small pieces of sound, made of sines and noise. Each answers a sample between -1 and 1 for a time in seconds. */
export const sounds: Readonly<Record<string, { seconds: number; at: (seconds: number) => number }>> = {
  'slow-piano': { seconds: 14, at: notes([0, 4, 7, 11, 12, 11, 7, 4, -3, 0, 4, 9, 12, 9, 4, 0], 0.8, bell) },
  'morning-birds': { seconds: 12, at: birds },
  'sea-shore': { seconds: 14, at: shore },
  'evening-bells': {
    seconds: 14,
    at: notes([12, 7, 4, 0, 7, 4, 2, -5], 1.6, (t, f) => bell(t * 0.6, f * 0.5) + 0.4 * bell(t, f * 1.19)),
  },
  'marimba-jingle': { seconds: 8, at: notes([0, 7, 4, 7, 9, 7, 12, 16, 14, 12, 9, 7, 4, 7, 0, 12], 0.25, marimba) },
  'warm-drone': { seconds: 16, at: drone },
  'rain-on-roof': { seconds: 12, at: rain },
};

const rate = 44_100;

/** A mono WAV, faded in and out, in a temporary file. */
export function wavOf(name: string, seconds?: number): string {
  const sound = sounds[name];
  if (!sound) throw new Error(`No sound ${name}`);
  const length = seconds ?? sound.seconds;
  const wav = Buffer.alloc(44 + length * rate * 2);
  wav.write('RIFF\0\0\0\0WAVEfmt ', 'latin1');
  wav.writeUInt32LE(wav.length - 8, 4);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(rate, 24);
  wav.writeUInt32LE(rate * 2, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36, 'latin1');
  wav.writeUInt32LE(wav.length - 44, 40);
  for (let index = 0; index < length * rate; index++) {
    const t = index / rate;
    const fade = Math.min(1, t / 0.4, (length - t) / 0.8);
    wav.writeInt16LE(Math.round(Math.tanh(sound.at(t) * 0.8) * fade * 26_000), 44 + index * 2);
  }
  const file = join(mkdtempSync(join(tmpdir(), 'sound-')), `${name}.wav`);
  writeFileSync(file, wav);
  return file;
}

export function writeMp3(name: string, file: string): void {
  const args = [
    '-v',
    'error',
    '-y',
    '-i',
    wavOf(name),
    '-c:a',
    'libmp3lame',
    '-b:a',
    '40k',
    '-ar',
    '44100',
    '-map_metadata',
    '-1',
    '-fflags',
    '+bitexact',
    file,
  ];
  const { status } = spawnSync('ffmpeg', args, { stdio: 'inherit' });
  if (status !== 0) throw new Error(`ffmpeg ended with ${status}`);
}

function bell(t: number, hertz: number): number {
  const turn = 2 * Math.PI * hertz * t;
  return (
    (Math.sin(turn) + 0.45 * Math.sin(2 * turn) * Math.exp(-t) + 0.2 * Math.sin(3.01 * turn) * Math.exp(-3 * t)) *
    Math.exp(-1.4 * t) *
    0.4
  );
}

function marimba(t: number, hertz: number): number {
  return (
    (Math.sin(2 * Math.PI * hertz * t) + 0.3 * Math.sin(2 * Math.PI * hertz * 4 * t) * Math.exp(-18 * t)) *
    Math.exp(-6 * t) *
    0.6
  );
}

/** Semitones above A3, one after the other, each ringing on. */
function notes(
  scale: readonly number[],
  step: number,
  voice: (t: number, hertz: number) => number,
): (t: number) => number {
  return (t) => {
    let sum = 0;
    const now = Math.floor(t / step);
    for (let index = Math.max(0, now - 5); index <= now; index++) {
      const semitone = scale[index % scale.length] ?? 0;
      sum += voice(t - index * step, 220 * 2 ** (semitone / 12));
    }
    return sum * 0.8;
  };
}

function birds(t: number): number {
  let sum = 0.02 * hiss(t);
  for (let bird = 0; bird < 3; bird++) {
    const period = 1.1 + bird * 0.73;
    const local = (t + bird * 0.4) % period;
    for (let chirp = 0; chirp < 4; chirp++) {
      const at = local - chirp * 0.11;
      if (at < 0 || at > 0.09) continue;
      const hertz = 2400 + bird * 700 + 900 * Math.sin((at / 0.09) * Math.PI) + chirp * 60;
      sum += Math.sin(2 * Math.PI * hertz * at) * Math.sin((at / 0.09) * Math.PI) * 0.25;
    }
  }
  return sum;
}

let softened = 0;
function shore(t: number): number {
  const swell = 0.25 + 0.75 * Math.sin((t * 2 * Math.PI) / 6.5) ** 2;
  softened += (hiss(t) - softened) * (0.03 + 0.1 * swell);
  return softened * swell * 1.6;
}

function rain(t: number): number {
  softened += (hiss(t) - softened) * 0.25;
  const drop = hiss(Math.floor(t * 90) / 90) > 0.93 ? Math.exp(-((t * 90) % 1) * 9) * Math.sin(t * 9000) : 0;
  return softened * 0.35 + drop * 0.2;
}

function drone(t: number): number {
  const voice = (hertz: number, speed: number): number =>
    Math.sin(2 * Math.PI * hertz * t + 1.5 * Math.sin(t * speed)) * (0.6 + 0.4 * Math.sin(t * speed * 0.7));
  return 0.2 * (voice(110, 0.5) + voice(164.8, 0.37) + voice(220.4, 0.61) + 0.5 * voice(329.6, 0.8));
}

/** Noise that is the same every time. */
function hiss(t: number): number {
  const x = Math.sin(t * 127_731.7 + 3.1) * 43_758.545;
  return (x - Math.floor(x)) * 2 - 1;
}
