export interface AddAppTokenCall {
  serviceUrl: string;
  account: number;
  email: string;
  password: string;
  /** `{"appToken": {…}}`, or what is in it. */
  parameters: string;
}

/** Signs in and creates an App Token, and answers Kaltura's answer as it came, only indented. */
export async function addAppToken(call: AddAppTokenCall): Promise<string> {
  let given: Record<string, unknown>;
  try {
    given = JSON.parse(call.parameters) as Record<string, unknown>;
  } catch {
    throw new Error('These parameters are no JSON.');
  }
  const ks = await ask(call.serviceUrl, 'user', 'loginByLoginId', {
    loginId: call.email,
    password: call.password,
    partnerId: call.account,
  });
  if (typeof ks !== 'string') return JSON.stringify(ks, null, 2);
  const answer = await ask(call.serviceUrl, 'appToken', 'add', { ks, appToken: given['appToken'] ?? given });
  return JSON.stringify(answer, null, 2);
}

async function ask(serviceUrl: string, service: string, action: string, body: object): Promise<unknown> {
  const response = await fetch(`${serviceUrl}/api_v3/service/${service}/action/${action}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ format: 1, ...body }),
  });
  return response.json();
}
