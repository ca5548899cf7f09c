import type { DemoSandbox } from '@spaces-kaltura/sandbox/demo';

/** Administers the accounts of Atelier Nord in the demo's Kaltura. No secret: it opens nothing but the demo. */
export const accountAdmin = { email: 'kim@atelier-nord.example', password: 'Kaltura-demo-1' };

/**
 * Gives the studio's account an admin who can sign in, and a second account besides, so that there is a choice. Answers
 * the accounts of that admin.
 */
export function seedAccountAdmin({ sandbox, partners }: DemoSandbox): { id: number; name: string }[] {
  const archive = sandbox.addPartner({ id: 104, name: 'Atelier Nord, archive' });
  const studio = partners.enterprise.partner;
  for (const partner of [studio, archive]) {
    partner.addUser({
      id: 'kim',
      firstName: 'Kim',
      lastName: 'Sato',
      screenName: 'Kim Sato',
      isAdmin: true,
      email: accountAdmin.email,
      password: accountAdmin.password,
    });
  }
  // Somebody without a name has worked in every account that is not brand-new; Kaltura wants that before it makes App Tokens.
  studio.addUser({ id: '' });
  return [
    { id: studio.id, name: 'Atelier Nord' },
    { id: archive.id, name: 'Atelier Nord, archive' },
  ];
}
