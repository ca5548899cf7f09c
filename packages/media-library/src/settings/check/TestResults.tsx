'use client';
import { checkIds, type CheckId, type ConnectionCheck } from '@spaces-kaltura/client/exchange';
import { useId, type ReactElement } from 'react';
import { Button } from '../../parts/Button.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { Notice } from '../form/Notice.tsx';
import type { ConnectionTest } from '../hooks/useConnectionTest.ts';
import { ProblemNotice } from '../ProblemNotice.tsx';
import { useSettings } from '../SettingsContext.ts';

export interface TestResultsProps {
  test: ConnectionTest;
  /** The test was run for something that was saved just now. */
  saved: boolean;
  /** Accepts a privilege that a check found too powerful; absent where nothing can be changed. */
  onAcceptPrivilege?: ((privilege: string) => void) | undefined;
}

/** What the connection test found, check by check. */
export function TestResults({ test, saved, onAcceptPrivilege }: TestResultsProps): ReactElement | null {
  const { m } = useSettings();
  const title = useId();
  const { status, answer, problem } = test;
  if (status === 'idle') return null;
  return (
    <section
      className="sk-test"
      aria-labelledby={title}
      aria-busy={status === 'running'}
      data-status={answer ? (answer.ok ? 'passed' : 'found') : status}
    >
      <h3 id={title}>{m.testTitle}</h3>
      <p role="status" className="sk-test-verdict">
        {saved && <>{m.saved} </>}
        {status === 'running' && m.testing}
        {answer && verdict()}
      </p>
      {problem && <ProblemNotice problem={problem} title={m.testNotRun} onRetry={() => void test.run()} />}
      {problem && saved && <p className="sk-muted">{m.testStillSaved}</p>}
      {status === 'running' && (
        <ol className="sk-checks">
          {checkIds.map((id) => (
            <CheckRow key={id} id={id} outcome="running" />
          ))}
        </ol>
      )}
      {answer && (
        <>
          <ol className="sk-checks">
            {answer.checks.map((check) => (
              <CheckRow key={check.id} {...check} onAcceptPrivilege={onAcceptPrivilege} />
            ))}
          </ol>
          {answer.granted && (
            <p className="sk-muted">
              <bdi>
                {answer.granted.user_origin === 'created'
                  ? m.grantedCreated(answer.granted.user_id)
                  : m.grantedAs(answer.granted.user_id)}
              </bdi>
            </p>
          )}
          {!answer.ok && saved && <Notice tone="info" title={m.testStillSaved} />}
        </>
      )}
    </section>
  );

  function verdict(): string {
    const ran = (answer?.checks ?? []).filter(({ outcome }) => outcome !== 'skipped').length;
    const failed = (answer?.checks ?? []).filter(({ outcome }) => outcome === 'failed').length;
    return failed === 0 ? m.testPassed(ran) : m.testFailed(failed, ran);
  }
}

interface CheckRowProps extends Partial<Omit<ConnectionCheck, 'outcome' | 'id'>> {
  id: CheckId;
  outcome: ConnectionCheck['outcome'] | 'running';
  onAcceptPrivilege?: ((privilege: string) => void) | undefined;
}

function CheckRow({ id, outcome, ms, finding, detail = noDetail, onAcceptPrivilege }: CheckRowProps): ReactElement {
  const { m, format } = useSettings();
  const outcomes = {
    passed: m.outcomePassed,
    failed: m.outcomeFailed,
    skipped: m.outcomeSkipped,
    running: m.outcomeRunning,
  };
  const { privilege } = detail;
  return (
    <li data-outcome={outcome} data-hint={outcome === 'passed' && finding ? true : undefined} data-check={id}>
      <span className="sk-check-mark" aria-hidden="true">
        {outcome === 'passed' && <Icon name="check" />}
        {outcome === 'failed' && <Icon name="close" />}
        {outcome === 'skipped' && '–'}
      </span>
      <span className="sk-check-name">
        {m.checks[id]}
        <span className="sk-hidden">: {outcomes[outcome]}</span>
      </span>
      {ms !== undefined && outcome !== 'skipped' && <span className="sk-check-time">{format.elapsed(ms)}</span>}
      {finding && (
        <div className="sk-check-finding">
          <p>{m.findings[finding](detail)}</p>
          {finding === 'dangerous_privilege' && privilege !== undefined && onAcceptPrivilege && (
            <Button onClick={() => onAcceptPrivilege(privilege)}>{m.acceptPrivilege(privilege)}</Button>
          )}
        </div>
      )}
    </li>
  );
}

const noDetail: Readonly<Record<string, string>> = {};
