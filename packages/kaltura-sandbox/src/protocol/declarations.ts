import { actionDeclarations } from './actionDeclarations.ts';
import { enumDeclarations } from './enumDeclarations.ts';
import { objectDeclarations } from './objectDeclarations.ts';
import { ownValue } from '../ownValue.ts';

export interface PropertyDeclaration {
  name: string;
  type: string;
  access: 'free' | 'readOnly' | 'insertOnly';
}

export interface ParameterDeclaration {
  name: string;
  type: string;
  required: boolean;
}

interface ObjectDeclaration {
  abstract: boolean;
  ancestors: readonly string[];
  properties: ReadonlyMap<string, PropertyDeclaration>;
}

const objects = new Map<string, ObjectDeclaration>();

/** The declared type, its ancestors' properties included; undefined for a type we know nothing of. */
export function declarationOf(type: string): ObjectDeclaration | undefined {
  const text = ownValue(objectDeclarations, type);
  if (text === undefined) return undefined;
  let declared = objects.get(type);
  if (!declared) {
    const [head = '', body = ''] = text.split('|');
    const ancestors = (head.split('<')[1] ?? '').trim().split(' ').filter(Boolean);
    const inherited = ancestors.map(declarationOf).find((ancestor) => ancestor !== undefined);
    const own = body.trim().split(' ').filter(Boolean).map(property);
    const properties = new Map([...(inherited?.properties ?? []), ...own.map((item) => [item.name, item] as const)]);
    declared = { abstract: head.startsWith('abstract'), ancestors, properties };
    objects.set(type, declared);
  }
  return declared;
}

/** The values of an enumeration as texts; undefined when `type` is none. */
export function enumValues(type: string): ReadonlySet<string> | undefined {
  let values = enums.get(type);
  if (!values && enumDeclarations[type]) {
    values = new Set(enumDeclarations[type].map(String));
    enums.set(type, values);
  }
  return values;
}
const enums = new Map<string, ReadonlySet<string>>();

/** An action's own spelling, for one the API declares; undefined for one it never had. */
export function declaredAction(service: string, action: string): string | undefined {
  const prefix = `${service}.`;
  return Object.keys(actionDeclarations)
    .find((name) => name.toLowerCase() === `${prefix}${action}`.toLowerCase())
    ?.slice(prefix.length);
}

/** The parameters an action declares, in the order Kaltura reads them. */
export function parametersOf(service: string, action: string): readonly ParameterDeclaration[] {
  const text = actionDeclarations[`${service}.${action}`] ?? '';
  return text
    .split(' ')
    .filter(Boolean)
    .map((word) => {
      const required = word.endsWith('!');
      const [name = '', type = 'string'] = word.replace('!', '').split(':');
      return { name, type, required };
    });
}

function property(word: string): PropertyDeclaration {
  const access = word.endsWith('-') ? 'readOnly' : word.endsWith('+') ? 'insertOnly' : 'free';
  const [name = '', type = 'string'] = word.replace(/[-+]$/, '').split(':');
  return { name, type, access };
}
