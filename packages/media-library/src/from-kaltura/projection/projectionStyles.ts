import { adoptStyles } from '../../styles/adoptStyles.ts';

let adopted = false;

/** What the question about 360° looks like, once for the page. */
export function adoptProjectionStyles(): void {
  if (adopted) return;
  adopted = true;
  adoptStyles(rules);
}

const rules = /* css */ `
.sk-dialog {
  box-sizing: border-box;
  inline-size: min(30rem, 100vw - 2 * var(--sk-space-3));
  max-block-size: calc(100dvh - 2 * var(--sk-space-3));
  padding: 0;
  border: 1px solid var(--sk-border);
  border-radius: var(--sk-radius-lg);
  overflow: auto;
  background: var(--sk-bg);
  color: var(--sk-text);
  font: inherit;
  box-shadow: var(--sk-shadow-raised);
}

.sk-dialog::backdrop {
  background: rgb(12 14 20 / 45%);
}

.sk-dialog-form {
  display: grid;
  gap: var(--sk-space-3);
  padding: var(--sk-space-4);
}

.sk-dialog h2 {
  font-size: var(--sk-text-lg);
  font-weight: var(--sk-strong);
  line-height: 1.3;
}

.sk-dialog p {
  color: var(--sk-text-muted);
  font-size: var(--sk-text-sm);
}

.sk-dialog .sk-dialog-subject {
  display: -webkit-box;
  overflow: hidden;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: 3;
  line-clamp: 3;
  color: var(--sk-text);
  font-size: var(--sk-text-md);
  font-weight: var(--sk-medium);
  overflow-wrap: anywhere;
}

.sk-dialog-actions {
  display: flex;
  flex-wrap: wrap;
  justify-content: flex-end;
  gap: var(--sk-space-2);
}

.sk-choices {
  display: grid;
  min-inline-size: 0;
  margin: 0;
  padding: 0;
  border: 0;
}

.sk-choices > legend {
  padding: 0 0 var(--sk-space-1);
  font-weight: var(--sk-medium);
}

.sk-choice {
  display: flex;
  align-items: center;
  gap: var(--sk-space-3);
  padding: var(--sk-space-2);
  border-radius: var(--sk-radius);
  cursor: pointer;
}

.sk-choice:hover {
  background: var(--sk-bg-hover);
}

.sk-choice:has(:checked) {
  background: var(--sk-accent-soft);
}

.sk-choice:has(:disabled) {
  background: none;
  color: var(--sk-text-muted);
  cursor: default;
}

.sk-choice > input {
  flex: none;
  inline-size: 1.125rem;
  block-size: 1.125rem;
  accent-color: var(--sk-accent);
  cursor: inherit;
}

.sk-choice strong {
  display: block;
  font-weight: var(--sk-medium);
}

.sk-choice span > span {
  color: var(--sk-text-muted);
  font-size: var(--sk-text-sm);
}

.sk-shape {
  flex: none;
  inline-size: 2.4rem;
  block-size: 2rem;
  fill: none;
  stroke: currentColor;
  stroke-width: 1.6;
  stroke-linejoin: round;
}

.sk-choice:has(:checked) > .sk-shape {
  color: var(--sk-accent);
}
`;
