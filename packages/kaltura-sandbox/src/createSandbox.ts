import { createMemoryBytes } from './bytes/memoryBytes.ts';
import { createClock } from './clock/createClock.ts';
import type { FaultTarget } from './faults/FaultPlan.ts';
import { handleControl } from './control/handleControl.ts';
import { createFaultPlan } from './faults/createFaultPlan.ts';
import { breakOff, withFaults } from './faults/withFaults.ts';
import { handleApi } from './protocol/handleApi.ts';
import { ResponseCache } from './protocol/responseCache.ts';
import { pathNotFound } from './protocol/respond.ts';
import { base36, createRandom, hexadecimal, randomText } from './random.ts';
import { routes } from './routes.ts';
import type { PartnerInit, Sandbox, SandboxOptions, SandboxPartner } from './Sandbox.ts';
import type { SandboxContext } from './SandboxContext.ts';
import { defaultSettings } from './SandboxSettings.ts';
import { createPartnerState, type PartnerState } from './state/PartnerState.ts';
import { toSandboxPartner } from './state/toSandboxPartner.ts';

/**
 * A Kaltura in memory (or on disk, with `createDiskBytes`), for tests, stories and demos. Runs in Node and in browsers.
 *
 * @example
 * const sandbox = createSandbox({ partners: [{ id: 102 }] });
 * const { id, token } = sandbox.partner(102).addAppToken({ sessionType: 0, sessionPrivileges: 'list:*' });
 * const response = await sandbox.fetch(new Request('http://kaltura.test/api_v3/service/system/action/ping?format=1'));
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const {
    clock: clockOptions,
    bytes = createMemoryBytes(),
    seed,
    partners: initial = [],
    controlPath,
    ...settings
  } = options;
  const ownSeed = seed ?? Math.floor(Math.random() * 2 ** 32);
  const random = createRandom(ownSeed);
  const faults = createFaultPlan(ownSeed);
  const clock = createClock(clockOptions);
  const partners = new Map<number, PartnerState>();
  let lastNumber = 0;

  const context: SandboxContext = {
    clock,
    bytes,
    settings: { ...defaultSettings, ...settings },
    partners,
    random,
    faults,
    responses: new ResponseCache(),
    newId: (kind) =>
      `0_${kind === 'uploadToken' ? randomText(random, 32, hexadecimal) : randomText(random, 8, base36)}`,
    newNumber: () => ++lastNumber,
  };

  function addPartner(init: PartnerInit): SandboxPartner {
    const secret = () => randomText(random, 32, hexadecimal);
    const { id, name = `Partner ${id}`, adminSecret = secret(), userSecret = secret() } = init;
    const state = createPartnerState({ id, name, adminSecret, userSecret, createdAt: clock.now() }, context.newNumber);
    partners.set(id, state);
    return toSandboxPartner(state, context);
  }
  initial.forEach(addPartner);

  const sandbox: Sandbox = {
    clock,
    faults,
    addPartner,
    partner(id) {
      const state = partners.get(id);
      if (!state)
        throw new TypeError(`There is no partner ${id} in this sandbox; add it with addPartner({ id: ${id} }).`);
      return toSandboxPartner(state, context);
    },
    async fetch(request, { address = '127.0.0.1' } = {}) {
      await clock.settle();
      const { pathname } = new URL(request.url);
      if (controlPath !== undefined && pathname.startsWith(`${controlPath}/`)) {
        return handleControl(request, pathname.slice(controlPath.length + 1), sandbox);
      }
      if (/^\/api_v3(\/|$)/.test(pathname)) {
        await breakOff(request, faults.strikeEarly(pathTarget(pathname)));
        return handleApi(request, context, address);
      }
      const struck = faults.strike({ service: '', action: '', path: pathname });
      return withFaults(struck, () => deliver(request, context));
    },
  };
  return sandbox;
}

/** Service and action as far as the path names them. */
function pathTarget(path: string): FaultTarget {
  const [, service = '', action = ''] = /\/service\/(\w+)(?:\/action\/(\w+))?/.exec(path) ?? [];
  return { service, action, path };
}

async function deliver(request: Request, context: SandboxContext): Promise<Response> {
  for (const route of routes) {
    const response = await route(request, context);
    if (response) return response;
  }
  return pathNotFound();
}
