import { adoptStyles } from '../styles/adoptStyles.ts';

let adopted = false;

/** What uploading inside the tab looks like, once for the page. */
export function adoptTabUploadsStyles(): void {
  if (adopted) return;
  adopted = true;
  adoptStyles(rules);
}

const rules = /* css */ `
.sk-tab-uploads[data-status='uploading'] {
  display: flex;
  flex: 1;
  flex-direction: column;
  min-block-size: 0;
}

.sk-tab-uploads .sk-tray {
  max-block-size: 45cqb;
  border-block-start: 1px solid var(--sk-border);
}

/* The way back, where the toolbar stood. */
.sk-back {
  display: flex;
  padding: var(--sk-space-3) var(--sk-space-4) 0;
}

.sk-back .sk-button {
  margin-inline-start: calc(-1 * var(--sk-space-2));
}

/* Files are above the tab. */
.sk-drop-over {
  position: absolute;
  z-index: 3;
  inset: var(--sk-space-2);
  display: grid;
  place-items: center;
  border: 2px dashed var(--sk-accent);
  border-radius: var(--sk-radius-lg);
  background: color-mix(in srgb, var(--sk-accent-soft), transparent 12%);
  pointer-events: none;
}

.sk-drop-over p {
  display: flex;
  align-items: center;
  gap: var(--sk-space-2);
  padding: var(--sk-space-3) var(--sk-space-6);
  border-radius: var(--sk-radius-pill);
  background: var(--sk-accent);
  color: var(--sk-on-accent);
  font-size: var(--sk-text-lg);
  font-weight: var(--sk-strong);
  box-shadow: var(--sk-shadow-raised);
}
`;
