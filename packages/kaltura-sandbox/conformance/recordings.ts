import { readdir, readFile } from 'node:fs/promises';
import type { Recording } from './Recording.ts';

const folder = new URL('recordings/', import.meta.url);

/** The names of all recorded conversations, in alphabetical order. */
export async function groupNames(): Promise<string[]> {
  const files = await readdir(folder);
  return files.map((file) => file.replace('.json', '')).sort((a, b) => a.localeCompare(b));
}

export async function readRecording(group: string): Promise<Recording> {
  return JSON.parse(await readFile(new URL(`${group}.json`, folder), 'utf8')) as Recording;
}
