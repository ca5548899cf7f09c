'use client';
import { acceptedEndings, canDo, isSettled, type UploadItem, type UploadQueue } from '@spaces-kaltura/client/upload';
import { useId, useRef, useState, type ReactElement } from 'react';
import type { ExchangeErrorCode } from '@spaces-kaltura/client';
import { useProblemMessage } from '../messages/useProblemMessage.ts';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import { EditDetails } from './EditDetails.tsx';
import { IconButton } from './IconButton.tsx';
import { ProgressBar } from './ProgressBar.tsx';
import { UploadIcon } from './UploadIcon.tsx';
import { uploadState } from './uploadState.ts';
import { useUploaderWords } from './useUploaderWords.ts';

export interface UploadRowProps {
  item: UploadItem;
  queue: UploadQueue;
  /** Absent where nothing can be imported. */
  onImport?: ((item: UploadItem) => void) | undefined;
  importing: boolean;
  imported: boolean;
  onForget: (id: string) => void;
}

/** One upload: how far it is, what it waits for, and everything that can be done about it. */
export function UploadRow({ item, queue, onImport, importing, imported, onForget }: UploadRowProps): ReactElement {
  const words = useUploaderWords();
  const { t } = words;
  const stateId = useId();
  const { id, metadata, mediaType, status, waitingFor, projection } = item;
  const { name } = metadata;
  const { tone, words: state, bar, problem, asks } = uploadState(item, words);
  const needsFile = waitingFor === 'file';
  return (
    <li className="sk-upload" data-status={status} data-waiting={waitingFor ?? 'nothing'} data-tone={tone}>
      <span className="sk-upload-art" data-media={mediaType} data-tone={tone}>
        {tone === 'success' ? <UploadIcon name="check" /> : <Icon name={tone === 'danger' ? 'warning' : mediaType} />}
      </span>
      <div className="sk-upload-body">
        <p className="sk-upload-name" title={name}>
          <bdi>{name}</bdi>
          {projection.projection === 'equirectangular' && !asks && <Icon name="sphere" label={t.projectionSphere} />}
        </p>
        {bar && <ProgressBar label={t.progressOf(name)} words={state} fraction={bar.fraction} status={bar.status} />}
        {state !== '' && (
          <p id={stateId} className="sk-upload-state">
            {state}
          </p>
        )}
        {problem && <Problem item={item} title={problem.title} text={problem.text} />}
        {asks && <Question item={item} queue={queue} />}
        <div className="sk-upload-steps">
          {needsFile && <ChooseAgain item={item} queue={queue} />}
          {status === 'failed' && canDo(item, 'retried') && (
            <>
              {item.problem?.code === 'unsafe_text' && <EditDetails item={item} queue={queue} />}
              <Button onClick={() => queue.retry(id)}>{t.retry}</Button>
            </>
          )}
          {onImport &&
            item.entryId !== null &&
            (status === 'converting' || status === 'ready') &&
            (imported ? (
              <span className="sk-imported">
                <Icon name="check" />
                {t.imported}
              </span>
            ) : (
              <Button icon="import" busy={importing} aria-label={t.importUpload(name)} onClick={() => onImport(item)}>
                {t.importShort}
              </Button>
            ))}
        </div>
      </div>
      <div className="sk-upload-actions">
        {canDo(item, 'paused') && status !== 'attaching' && (
          <IconButton icon="pause" label={t.pause(name)} onClick={() => queue.pause(id)} />
        )}
        {canDo(item, 'resumed') && !needsFile && (
          <IconButton icon="resume" label={t.resume(name)} onClick={() => queue.resume(id)} />
        )}
        {isSettled(item) ? (
          <IconButton icon="close" label={t.forget(name)} onClick={() => onForget(id)} />
        ) : (
          canDo(item, 'cancelled') && (
            <IconButton icon="close" label={t.cancel(name)} onClick={() => void queue.cancel(id)} />
          )
        )}
      </div>
    </li>
  );
}

/** What the exchange says of a session it does not give says more than our own words. */
function Problem({ item, title, text }: { item: UploadItem; title: string; text: string }): ReactElement {
  const detail = item.problem?.code === 'session_refused' ? (item.problem.detail as ExchangeErrorCode | null) : null;
  return (
    <div className="sk-upload-problem">
      {detail === null ? <ProblemText title={title} text={text} /> : <ExchangeProblem code={detail} title={title} />}
    </div>
  );
}

const ProblemText = ({ title, text }: { title: string; text: string }): ReactElement => (
  <p>
    <strong>{title}.</strong> {text}
  </p>
);

function ExchangeProblem({ code, title }: { code: ExchangeErrorCode; title: string }): ReactElement | null {
  const message = useProblemMessage(code);
  if (message === null) return <ProblemText title={title} text="" />;
  return <ProblemText {...message} />;
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
      <p>{t.questionText}</p>
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

/** After a reload: one click where the browser kept a way to the file, otherwise the file is chosen again. */
function ChooseAgain({ item, queue }: Pick<UploadRowProps, 'item' | 'queue'>): ReactElement {
  const { t } = useUploaderWords();
  const input = useRef<HTMLInputElement>(null);
  const [other, setOther] = useState(false);
  const [lost, setLost] = useState(false);
  const oneClick = !lost && queue.handleOf(item.id) !== null;
  const choose = async (file: File | undefined): Promise<void> => {
    if (file) setOther(!(await queue.chooseFile(item.id, file)));
  };
  return (
    <>
      <Button
        onClick={() => {
          if (oneClick) void queue.reopen(item.id).then((found) => setLost(!found));
          else input.current?.click();
        }}
      >
        {oneClick ? t.goOn : t.chooseAgain}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={acceptedEndings([item.mediaType]).join()}
        aria-label={t.chooseAgain}
        onChange={({ target }) => {
          void choose(target.files?.[0]);
          target.value = '';
        }}
      />
      {other && (
        <p className="sk-upload-problem" role="alert">
          {t.otherFile(item.fileName)}
        </p>
      )}
    </>
  );
}
