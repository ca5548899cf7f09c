import { readFileSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright';

/** One picture: a fragment shader of `scenes/` with its knobs. */
export interface Shot {
  scene: string;
  variant: number;
  seed: number;
  width: number;
  height: number;
  /** Anti-aliasing, samples per axis. */
  samples: number;
  sphere: boolean;
  eye: readonly [number, number, number];
  /** Yaw and pitch in degrees, focal length (1 ≈ 90° from top to bottom). */
  view: readonly [number, number, number];
}

export interface Renderer {
  /** RGBA rows from top to bottom. */
  frame(shot: Shot, seconds: number): Promise<Buffer>;
  close(): Promise<void>;
}

/** Runs the shaders in headless Chromium: WebGL2 needs no graphics card there. */
export async function startRenderer(): Promise<Renderer> {
  const browser: Browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'],
  });
  const page: Page = await browser.newPage();
  await page.evaluate(prepare);
  return {
    frame: async (shot, seconds) => {
      const source = ['common', shot.scene, 'main'].map(shader).join('\n');
      return Buffer.from(await page.evaluate(draw, { source, shot, seconds }), 'base64');
    },
    close: () => browser.close(),
  };
}

const shader = (name: string): string => readFileSync(new URL(`scenes/${name}.glsl`, import.meta.url), 'utf8');

interface Stage {
  canvas: HTMLCanvasElement;
  gl: WebGL2RenderingContext;
  programs: Map<string, WebGLProgram>;
}

declare global {
  interface Window {
    stage: Stage;
  }
}

function prepare(): void {
  const canvas = document.createElement('canvas');
  const gl = canvas.getContext('webgl2', { preserveDrawingBuffer: true });
  if (!gl) throw new Error('This Chromium has no WebGL2');
  window.stage = { canvas, gl, programs: new Map() };
}

function draw({ source, shot, seconds }: { source: string; shot: Shot; seconds: number }): string {
  const { canvas, gl, programs } = window.stage;
  canvas.width = shot.width;
  canvas.height = shot.height;
  gl.viewport(0, 0, shot.width, shot.height);
  let program = programs.get(source);
  if (!program) {
    program = gl.createProgram();
    const vertex = 'void main(){gl_Position=vec4(vec2(gl_VertexID&1,gl_VertexID>>1)*4.-1.,0,1);}';
    for (const [type, text] of [
      [gl.VERTEX_SHADER, `#version 300 es\n${vertex}`],
      [gl.FRAGMENT_SHADER, source],
    ] as const) {
      const compiled = gl.createShader(type);
      if (!compiled) throw new Error('No shader');
      gl.shaderSource(compiled, text);
      gl.compileShader(compiled);
      if (!gl.getShaderParameter(compiled, gl.COMPILE_STATUS)) throw new Error(gl.getShaderInfoLog(compiled) ?? '');
      gl.attachShader(program, compiled);
    }
    gl.linkProgram(program);
    if (!gl.getProgramParameter(program, gl.LINK_STATUS)) throw new Error(gl.getProgramInfoLog(program) ?? '');
    programs.set(source, program);
  }
  gl.useProgram(program);
  const at = (name: string): WebGLUniformLocation | null => gl.getUniformLocation(program, name);
  gl.uniform2f(at('u_size'), shot.width, shot.height);
  gl.uniform1f(at('u_time'), seconds);
  gl.uniform1f(at('u_seed'), shot.seed);
  gl.uniform1i(at('u_variant'), shot.variant);
  gl.uniform1i(at('u_samples'), shot.samples);
  gl.uniform1i(at('u_sphere'), shot.sphere ? 1 : 0);
  gl.uniform3f(at('u_eye'), ...shot.eye);
  gl.uniform3f(at('u_view'), ...shot.view);

  // In strips, so that no single draw call is long enough for the browser's watchdog.
  const strip = 64;
  gl.enable(gl.SCISSOR_TEST);
  const pixels = new Uint8Array(shot.width * shot.height * 4);
  for (let y = 0; y < shot.height; y += strip) {
    const rows = Math.min(strip, shot.height - y);
    gl.scissor(0, y, shot.width, rows);
    gl.drawArrays(gl.TRIANGLES, 0, 3);
    const part = new Uint8Array(shot.width * rows * 4);
    gl.readPixels(0, y, shot.width, rows, gl.RGBA, gl.UNSIGNED_BYTE, part);
    for (let row = 0; row < rows; row++) {
      const line = part.subarray(row * shot.width * 4, (row + 1) * shot.width * 4);
      pixels.set(line, (shot.height - 1 - y - row) * shot.width * 4);
    }
  }
  let text = '';
  for (let start = 0; start < pixels.length; start += 0x8000) {
    text += String.fromCharCode(...pixels.subarray(start, start + 0x8000));
  }
  return btoa(text);
}
