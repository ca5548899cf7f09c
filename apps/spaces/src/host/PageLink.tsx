import type { MouseEvent, ReactNode } from 'react';

/** A link within the page; with a modifier key it is the browser's. */
export function PageLink({
  path,
  current = false,
  className,
  onGo,
  children,
}: {
  path: string;
  current?: boolean;
  className?: string;
  onGo: (path: string) => void;
  children: ReactNode;
}) {
  const go = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onGo(path);
  };
  return (
    <a href={path} className={className} aria-current={current ? 'page' : undefined} onClick={go}>
      {children}
    </a>
  );
}
