import { setupServer } from 'msw/node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSandbox } from '../createSandbox.ts';
import { sandboxHandlers } from './sandboxHandlers.ts';

const sandbox = createSandbox({ partners: [{ id: 102 }] });
const server = setupServer(...sandboxHandlers(sandbox, { origin: 'https://kaltura.test/' }));
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterAll(() => server.close());

const ping = 'https://kaltura.test/api_v3/service/system/action/ping?format=1';

it('lets the sandbox answer what is asked of its origin', async () => {
  expect(await (await fetch(ping)).json()).toBe(true);
  const widget = await fetch('https://kaltura.test/api_v3/service/session/action/startWidgetSession', {
    method: 'POST',
    body: new URLSearchParams({ widgetId: '_102', format: '1' }),
  });
  expect(await widget.json()).toMatchObject({ partnerId: 102 });
});

it('lets a broken connection look like one', async () => {
  sandbox.faults.add({ fault: { kind: 'reset', when: 'before' }, times: 1 });
  await expect(fetch(ping)).rejects.toThrow(TypeError);
});
