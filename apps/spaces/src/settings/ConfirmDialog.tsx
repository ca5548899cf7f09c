import { useEffect, useRef, useState } from 'react';
import { hostApi } from '../host/hostApi.ts';

/** The host asks once more who is there. A real one would ask for a password or a passkey here. */
export function ConfirmDialog({
  open,
  onConfirmed,
  onCancel,
}: {
  open: boolean;
  onConfirmed: () => void;
  onCancel: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  const confirm = (): void => {
    hostApi.confirm().then(onConfirmed, (error: Error) => setProblem(error.message));
  };
  return (
    <dialog ref={dialog} className="confirm" aria-labelledby="confirm-title" onCancel={onCancel}>
      <h2 id="confirm-title">Is it still you?</h2>
      <p>Your sign-in is more than a quarter of an hour old. A real host would ask for a password or a passkey now.</p>
      <p role="alert">{problem}</p>
      <div className="confirm__actions">
        <button type="button" className="button button--primary" onClick={confirm}>
          It is me
        </button>
        <button type="button" className="button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </dialog>
  );
}
