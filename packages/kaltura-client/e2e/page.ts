import * as client from '../src/index.ts';
import { createAppTokenSessionSource } from '../src/session/createAppTokenSessionSource.ts';
import { film, noise } from '../src/upload/testing/sampleFilm.ts';
import * as upload from '../src/upload/index.ts';

/** Everything that the tests use inside the page. */
const engine = { ...client, ...upload, createAppTokenSessionSource, film, noise };

declare global {
  var engine: PageEngine;
}
export type PageEngine = typeof engine;

globalThis.engine = engine;
