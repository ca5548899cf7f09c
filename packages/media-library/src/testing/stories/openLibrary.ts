import { createAppTokenSessionSource } from '@spaces-kaltura/client/api';
import { createSandbox, type Sandbox } from '@spaces-kaltura/sandbox';
import { createDemoSandbox } from '@spaces-kaltura/sandbox/demo';
import { sandboxHandlers } from '@spaces-kaltura/sandbox/msw';
import { serviceUrl, type StoryKaltura } from './StoryKaltura.ts';

export interface OpenLibrary extends StoryKaltura {
  readonly sandbox: Sandbox;
}

/** Dinah's hub: its App Token lets everybody list everything. */
export async function openUniversity(entries?: number): Promise<OpenLibrary> {
  const { sandbox, partners } = await createDemoSandbox(entries === undefined ? {} : { entries });
  const { partner, appToken } = partners.university;
  const hub = { id: 'universite-delta', name: 'Université Delta' };
  return enter(sandbox, partner.id, appToken, { hub, userId: 'dinah@universite-delta.example' });
}

/** Ada's hub: its App Token shows people what is their own. */
export async function openAtelier(entries?: number): Promise<OpenLibrary> {
  const { sandbox, partners } = await createDemoSandbox(entries === undefined ? {} : { entries });
  const { partner, appToken } = partners.enterprise;
  return enter(sandbox, partner.id, appToken, { hub: atelier, userId: 'ada@atelier-nord.example' });
}

/** Ten thousand entries, all Ada's: plain ones, so that they are there at once. */
export function openBigLibrary(): OpenLibrary {
  const sandbox = createSandbox({ seed: 1, partners: [{ id: 102, name: atelier.name }] });
  const account = sandbox.partner(102);
  const userId = 'ada@atelier-nord.example';
  const now = sandbox.clock.now();
  for (let number = 10_000; number > 0; number -= 1) {
    account.addEntry({
      name: `Recording ${number}`,
      mediaType: mediaTypes[number % mediaTypes.length] ?? 1,
      userId,
      createdAt: now - number * 3600,
      durationMs: (number % 240) * 15_000,
    });
  }
  const appToken = account.addAppToken({ hashType: 'SHA256', sessionType: 0 });
  return enter(sandbox, account.id, appToken, { hub: atelier, userId });
}

const mediaTypes = [1, 1, 2, 5] as const;

/** Ada's hub as somebody sees it who has just joined: nothing in it is theirs. */
export async function openEmptyLibrary(): Promise<OpenLibrary> {
  const { sandbox, partners } = await createDemoSandbox({ entries: 30 });
  const { partner, appToken } = partners.enterprise;
  return enter(sandbox, partner.id, appToken, { hub: atelier, userId: 'new@atelier-nord.example' });
}

const atelier = { id: 'atelier-nord', name: 'Atelier Nord' };

function enter(
  sandbox: Sandbox,
  partnerId: number,
  appToken: { id: string; token: string },
  who: Pick<StoryKaltura, 'hub' | 'userId'>,
): OpenLibrary {
  const session = createAppTokenSessionSource({
    serviceUrl,
    partnerId,
    appToken: { ...appToken, hashType: 'SHA256' },
    userId: who.userId,
  });
  return { ...who, access: { session }, handlers: sandboxHandlers(sandbox, { origin: serviceUrl }), sandbox };
}
