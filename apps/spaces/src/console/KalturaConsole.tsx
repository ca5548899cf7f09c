import { useState, type FormEvent } from 'react';
import type { Config } from '../host/wire.ts';
import { addAppToken } from './addAppToken.ts';

/**
 * Stands in for Kaltura's API console (developer.kaltura.com), which knows nothing of a sandbox: signs in as the account
 * admin, sends appToken.add, and shows what Kaltura answers. Nothing else of Spaces uses it.
 */
export function KalturaConsole({ kaltura }: { kaltura: Config['kaltura'] }) {
  const [account, setAccount] = useState(kaltura.accounts[0]?.id ?? 0);
  const [email, setEmail] = useState(kaltura.admin.email);
  const [password, setPassword] = useState(kaltura.admin.password);
  const [parameters, setParameters] = useState('');
  const [answer, setAnswer] = useState('');

  const send = (event: FormEvent): void => {
    event.preventDefault();
    setAnswer('…');
    addAppToken({ serviceUrl: kaltura.serviceUrl, account, email, password, parameters }).then(
      setAnswer,
      (error: Error) => setAnswer(error.message),
    );
  };

  return (
    <main className="console">
      <h1>Kaltura API console</h1>
      <p>
        A stand-in: it calls <code>user.loginByLoginId</code> and <code>appToken.add</code> of the demo’s Kaltura
        sandbox, as an account admin would in Kaltura’s own console.
      </p>
      <form className="console__form" onSubmit={send}>
        <label>
          Account
          <select value={account} onChange={(event) => setAccount(Number(event.target.value))}>
            {kaltura.accounts.map(({ id, name }) => (
              <option key={id} value={id}>
                {id} · {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          E-mail
          <input type="email" required value={email} onChange={(event) => setEmail(event.target.value)} />
        </label>
        <label>
          Password
          <input type="password" required value={password} onChange={(event) => setPassword(event.target.value)} />
        </label>
        <label className="console__wide">
          Parameters of appToken.add, as JSON
          <textarea
            required
            rows={9}
            spellCheck={false}
            placeholder='{"appToken": {"objectType": "KalturaAppToken", …}}'
            value={parameters}
            onChange={(event) => setParameters(event.target.value)}
          />
        </label>
        <button type="submit" className="button button--primary">
          Send
        </button>
      </form>
      <section className="console__answer" aria-label="Answer" aria-live="polite">
        <pre>{answer}</pre>
        {answer.startsWith('{') && (
          <button type="button" className="button" onClick={() => void navigator.clipboard.writeText(answer)}>
            Copy the answer
          </button>
        )}
      </section>
    </main>
  );
}
