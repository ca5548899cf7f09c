'use client';
import { canDo, isSettled, type UploadItem, type UploadQueue } from '@spaces-kaltura/client/upload';
import { memo, useId, useState, type MemoExoticComponent, type ReactElement } from 'react';
import { isExchangeErrorCode, type ExchangeErrorCode } from '@spaces-kaltura/client';
import type { ProblemMessage } from '../messages/Messages.ts';
import { useProblemMessage } from '../messages/useProblemMessage.ts';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import { ChooseAgain } from './ChooseAgain.tsx';
import { EditDetails } from './EditDetails.tsx';
import { IconButton } from './IconButton.tsx';
import { ProgressBar } from './ProgressBar.tsx';
import { UploadIcon } from './UploadIcon.tsx';
import { retryHelps, uploadState } from './uploadState.ts';
import { useUploaderWords } from './useUploaderWords.ts';

export interface UploadRowProps {
  item: UploadItem;
  queue: UploadQueue;
  /** Absent where nothing can be imported. */
  onImport?: ((item: UploadItem) => void) | undefined;
  importing: boolean;
  imported: boolean;
}

/** One upload: how far it is, what it waits for, and everything that can be done about it. */
export const UploadRow: MemoExoticComponent<(props: UploadRowProps) => ReactElement> = memo(function UploadRow({
  item,
  queue,
  onImport,
  importing,
  imported,
}: UploadRowProps): ReactElement {
  const words = useUploaderWords();
  const { t } = words;
  const { id, metadata, mediaType, status, waitingFor, projection } = item;
  const { name } = metadata;
  const needsFile = waitingFor === 'file';
  const [lost, setLost] = useState(false);
  const fileIsKnown = needsFile && !lost && queue.handleOf(id) !== null;
  const { tone, words: state, bar, problem, asks } = uploadState(item, words, fileIsKnown);
  const hasEntry = item.entryId !== null && (status === 'converting' || status === 'ready');
  const settled = isSettled(item);
  const pausable = canDo(item, 'paused') && status !== 'attaching';
  const resumable = canDo(item, 'resumed') && !needsFile && waitingFor !== 'another_tab';
  return (
    <li
      className="sk-upload"
      data-status={status}
      data-waiting={waitingFor ?? 'nothing'}
      data-tone={tone}
      data-entry={hasEntry}
    >
      <span className="sk-upload-art" data-media={mediaType} data-tone={tone}>
        {tone === 'success' ? <UploadIcon name="check" /> : <Icon name={tone === 'danger' ? 'warning' : mediaType} />}
      </span>
      <p className="sk-upload-name" title={name}>
        <bdi>{name}</bdi>
        {projection.projection === 'equirectangular' && !asks && <Icon name="sphere" label={t.projectionSphere} />}
      </p>
      <div className="sk-upload-actions">
        {onImport && hasEntry && !imported && (
          <Button icon="import" busy={importing} aria-label={t.importUpload(name)} onClick={() => onImport(item)}>
            {t.importShort}
          </Button>
        )}
        {hasEntry && imported && (
          <span className="sk-imported">
            <Icon name="check" />
            {t.imported}
          </span>
        )}
        {(pausable || resumable) && (
          <IconButton
            icon={pausable ? 'pause' : 'resume'}
            label={pausable ? t.pause(name) : t.resume(name)}
            onClick={() => (pausable ? queue.pause(id) : queue.resume(id))}
          />
        )}
        {(settled || canDo(item, 'cancelled')) && (
          <IconButton
            icon="close"
            label={settled ? t.forget(name) : t.cancel(name)}
            onClick={() => (settled ? queue.forget([id]) : void queue.cancel(id))}
          />
        )}
      </div>
      <div className="sk-upload-body">
        {bar && <ProgressBar label={t.progressOf(name)} words={state} fraction={bar.fraction} status={bar.status} />}
        {state !== '' && <p className="sk-upload-state">{state}</p>}
        {problem && <Problem item={item} message={problem} />}
        <div className="sk-upload-steps">
          {fileIsKnown && (
            <Button onClick={() => void queue.reopen(id).then((found) => setLost(!found))}>{t.goOn}</Button>
          )}
          {needsFile && !fileIsKnown && <ChooseAgain items={[item]} queue={queue} />}
          {status === 'failed' && canDo(item, 'retried') && retryHelps(item) && (
            <>
              {item.problem?.code === 'unsafe_text' && <EditDetails item={item} queue={queue} />}
              <Button onClick={() => queue.retry(id)}>{t.retry}</Button>
            </>
          )}
        </div>
        {asks && <Question item={item} queue={queue} />}
      </div>
    </li>
  );
});

/** Why it failed or was paused. What the exchange says of a session that it does not give says more than our own words. */
function Problem({ item, message }: { item: UploadItem; message: ProblemMessage }): ReactElement {
  const { code, detail } = item.problem ?? {};
  return code === 'session_refused' && typeof detail === 'string' && isExchangeErrorCode(detail) ? (
    <ExchangeProblem code={detail} />
  ) : (
    <ProblemText {...message} />
  );
}

const ProblemText = ({ title, text }: ProblemMessage): ReactElement => (
  <p className="sk-upload-problem">
    <strong>{title}.</strong> {text}
  </p>
);

function ExchangeProblem({ code }: { code: ExchangeErrorCode }): ReactElement | null {
  const { t } = useUploaderWords();
  const message = useProblemMessage(code);
  return message && <ProblemText title={message.title} text={`${message.text} ${t.waitsForSession}`} />;
}

function Question({ item, queue }: Pick<UploadRowProps, 'item' | 'queue'>): ReactElement {
  const { t } = useUploaderWords();
  const titleId = useId();
  const { stereoMode } = item.projection;
  return (
    <div className="sk-upload-question" role="group" aria-labelledby={titleId}>
      <p id={titleId}>
        <strong>{t.questionTitle}</strong>
      </p>
      {isUnderWay(item) && <p>{t.questionText}</p>}
      <div className="sk-upload-steps">
        <Button onClick={() => queue.answer(item.id, { projection: 'equirectangular', stereoMode })}>
          {t.questionYes}
        </Button>
        <Button onClick={() => queue.answer(item.id, { projection: 'flat', stereoMode: 'mono' })}>
          {t.questionNo}
        </Button>
      </div>
    </div>
  );
}

const isUnderWay = ({ status, waitingFor }: UploadItem): boolean =>
  (status === 'detecting' || status === 'uploading') && (waitingFor === null || waitingFor === 'projection');
