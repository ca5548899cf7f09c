'use client';
import { useEffect, useId, useRef, type ReactElement, type ReactNode } from 'react';

export interface SectionProps {
  title: string;
  children: ReactNode;
}

/** A part of the page that somebody opened: the focus goes to its heading. */
export function Section({ title, children }: SectionProps): ReactElement {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="sk-section" aria-labelledby={id}>
      <h3 ref={heading} id={id} tabIndex={-1}>
        {title}
      </h3>
      {children}
    </section>
  );
}
