import { useState, type FormEvent } from 'react';
import type { NewItem } from '../host/wire.ts';

/** An image by its address. What is hung has been seen first: the button waits until the image shows. */
export function LinkTab({ onHang }: { onHang: (items: NewItem[]) => Promise<void> }) {
  const [url, setUrl] = useState('');
  const [title, setTitle] = useState('');
  const [shown, setShown] = useState<'nothing' | 'image' | 'failed'>('nothing');
  const [problem, setProblem] = useState<string | null>(null);
  const address = /^https?:\/\/\S+$/i.test(url) && URL.canParse(url) ? url : null;

  const hang = (event: FormEvent): void => {
    event.preventDefault();
    if (address === null || shown !== 'image') return;
    const name = title.trim() === '' ? (new URL(address).pathname.split('/').at(-1) ?? '') : title.trim();
    onHang([{ kind: 'link', url: address, title: (name === '' ? 'Untitled' : name).slice(0, 200) }]).catch(
      (error: Error) => setProblem(error.message),
    );
  };

  return (
    <form className="link" onSubmit={hang}>
      <div className="link__fields">
        <label>
          Address of an image
          <input
            type="url"
            required
            maxLength={2000}
            placeholder="https://…"
            autoComplete="off"
            value={url}
            onChange={(event) => {
              setUrl(event.target.value.trim());
              setShown('nothing');
            }}
          />
        </label>
        <label>
          Title <small>(if you like)</small>
          <input type="text" maxLength={200} value={title} onChange={(event) => setTitle(event.target.value)} />
        </label>
        <p className="link__words" role="status">
          {shown === 'failed' && 'There is no image at this address.'}
          {problem}
        </p>
        <button type="submit" className="button button--primary" disabled={shown !== 'image'}>
          Hang it
        </button>
      </div>
      <div className="link__preview" data-shown={shown}>
        {address === null ? (
          <p>The image shows here before it hangs.</p>
        ) : (
          <img
            key={address}
            src={address}
            alt="Preview"
            referrerPolicy="no-referrer"
            onLoad={() => setShown('image')}
            onError={() => setShown('failed')}
          />
        )}
      </div>
    </form>
  );
}
