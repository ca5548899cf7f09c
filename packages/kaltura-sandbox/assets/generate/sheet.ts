import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { startRenderer } from './renderer.ts';

/** A quick look: `node sheet.ts <out.png> scene:variant[:seed[:yaw,pitch,focal[:seconds]]] …` paints small pictures side by side. `scene@…` paints a sphere. */
const [out = 'sheet.png', ...wanted] = process.argv.slice(2);
const renderer = await startRenderer();
const size = { width: 426, height: 240 };
mkdirSync('/tmp/sheet', { recursive: true });
try {
  for (const [index, text] of wanted.entries()) {
    const [name = '', variant = '0', seed = '1', view = '0,4,1.6', seconds = '3'] = text.split(':');
    const [yaw = 0, pitch = 4, focal = 1.6] = view.split(',').map(Number);
    const sphere = name.endsWith('@');
    const scene = name.replace('@', '');
    const began = performance.now();
    const pixels = await renderer.frame(
      {
        scene,
        variant: Number(variant),
        seed: Number(seed),
        ...size,
        samples: 2,
        sphere,
        eye: [0, 1.6, 0],
        view: [yaw, pitch, focal],
      },
      Number(seconds),
    );
    process.stdout.write(`${text} ${Math.round(performance.now() - began)} ms\n`);
    const file = `/tmp/sheet/${String(index).padStart(2, '0')}.rgba`;
    writeFileSync(file, pixels);
    spawnSync('ffmpeg', [
      '-v',
      'error',
      '-y',
      '-f',
      'rawvideo',
      '-pix_fmt',
      'rgba',
      '-s',
      `${size.width}x${size.height}`,
      '-i',
      file,
      file.replace('rgba', 'png'),
    ]);
  }
} finally {
  await renderer.close();
}
const columns = Math.min(4, wanted.length);
spawnSync(
  'ffmpeg',
  [
    '-v',
    'error',
    '-y',
    '-i',
    '/tmp/sheet/%02d.png',
    '-frames:v',
    '1',
    '-vf',
    `tile=${columns}x${Math.ceil(wanted.length / columns)}`,
    out,
  ],
  { stdio: 'inherit' },
);
