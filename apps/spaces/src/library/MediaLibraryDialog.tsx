import { useEffect, useRef, useState } from 'react';
import type { NewItem, Space } from '../host/wire.ts';
import { KalturaTab } from './KalturaTab.tsx';
import { LinkTab } from './LinkTab.tsx';
import { ShapesTab } from './ShapesTab.tsx';
import { TabList } from './TabList.tsx';

const TABS = [
  { id: 'kaltura', name: 'From Kaltura' },
  { id: 'shapes', name: 'Shapes' },
  { id: 'link', name: 'Link' },
] as const;

type TabId = (typeof TABS)[number]['id'];

/** The host's media library: a modal dialog with a tab for each place media can come from. */
export function MediaLibraryDialog({
  open,
  onClose,
  onHang,
  space,
}: {
  open: boolean;
  onClose: () => void;
  onHang: (items: NewItem[]) => Promise<void>;
  space: Space;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [tab, setTab] = useState<TabId>('kaltura');

  useEffect(() => {
    if (open) {
      dialog.current?.showModal();
      dialog.current?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus();
    } else {
      dialog.current?.close();
    }
  }, [open]);

  return (
    <dialog ref={dialog} className="library" aria-labelledby="library-title" onClose={onClose}>
      {open && (
        <>
          <header className="library__header">
            <h2 id="library-title">Media library</h2>
            <p>for {space.name}</p>
            <button type="button" className="library__close" onClick={onClose} aria-label="Close the media library">
              <span aria-hidden="true">✕</span>
            </button>
          </header>
          <TabList tabs={TABS} selected={tab} onSelect={setTab} />
          <div
            className="library__panel"
            role="tabpanel"
            id={`panel-${tab}`}
            aria-labelledby={`tab-${tab}`}
            data-tab={tab}
          >
            {tab === 'kaltura' && <KalturaTab space={space} onHang={onHang} />}
            {tab === 'shapes' && <ShapesTab onHang={onHang} />}
            {tab === 'link' && <LinkTab onHang={onHang} />}
          </div>
        </>
      )}
    </dialog>
  );
}
