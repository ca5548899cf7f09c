import { adoptStyles } from '../styles/adoptStyles.ts';

let adopted = false;

/** What everything about uploading looks like, once for the page. */
export function adoptUploaderStyles(): void {
  if (adopted) return;
  adopted = true;
  adoptStyles(rules);
}

/** In pieces, so that what is said about them here is not sent to anybody. */
const rules = [
  /* css */ `
.sk-uploader {
  display: flex;
  flex: 1;
  flex-direction: column;
  min-block-size: 0;
}

.sk-uploader-scroll {
  display: flex;
  flex: 1;
  flex-direction: column;
  gap: var(--sk-space-4);
  min-block-size: 0;
  padding: var(--sk-space-4);
  overflow: auto;
}

.sk-uploader ul,
.sk-uploads {
  margin: 0;
  padding: 0;
  list-style: none;
}
`,

  // Sentences keep the direction of their language, whatever the page's is.
  /* css */ `
:is(.sk-uploader, .sk-tray) :where(p, small, .sk-field > span) {
  text-align: -webkit-match-parent;
  text-align: match-parent;
  unicode-bidi: plaintext;
}
`,

  // Choosing
  /* css */ `
.sk-drop {
  position: relative;
  display: grid;
  flex: 1 0 auto;
  align-content: center;
  justify-items: center;
  gap: var(--sk-space-4);
  padding: var(--sk-space-8) var(--sk-space-4);
  border: 1.5px dashed var(--sk-border-control);
  border-radius: var(--sk-radius-lg);
  background: var(--sk-bg-subtle);
  text-align: center;
  text-wrap: balance;
  transition:
    background-color var(--sk-fast) var(--sk-ease),
    border-color var(--sk-fast) var(--sk-ease);
}

.sk-drop p {
  color: var(--sk-text-muted);
}

.sk-drop .sk-drop-title {
  margin-block-end: var(--sk-space-1);
  color: var(--sk-text);
  font-size: var(--sk-text-lg);
  font-weight: var(--sk-strong);
  line-height: 1.3;
}
`,

  // A hand of cards, one for each kind that can be dropped; it opens when files are above it.
  /* css */ `
.sk-drop-art {
  display: flex;
  margin-block-end: var(--sk-space-2);
}

.sk-drop-card {
  display: grid;
  place-items: center;
  inline-size: 4.5rem;
  block-size: 3.75rem;
  margin-inline: -0.625rem;
  border: 3px solid var(--sk-bg-subtle);
  border-radius: var(--sk-radius-lg);
  background: linear-gradient(150deg, var(--sk-art), var(--sk-art-2));
  color: var(--sk-art-ink);
  font-size: 1.375rem;
  transition:
    translate 0.25s var(--sk-ease),
    rotate 0.25s var(--sk-ease);
}

.sk-drop-card:first-child:not(:only-child) {
  rotate: -8deg;
  translate: 0 0.375rem;
}

.sk-drop-card:last-child:not(:only-child) {
  rotate: 8deg;
  translate: 0 0.375rem;
}

.sk-drop-card:nth-child(2):not(:last-child) {
  z-index: 1;
}

[dir='rtl'] .sk-drop-card:first-child:not(:only-child) {
  rotate: 8deg;
}

[dir='rtl'] .sk-drop-card:last-child:not(:only-child) {
  rotate: -8deg;
}

.sk-drop[data-drop-target='true'] .sk-drop-card {
  border-color: var(--sk-accent-soft);
  translate: 0 -0.25rem;
}

.sk-drop[data-drop-target='true'] {
  border-style: solid;
  border-color: var(--sk-accent);
  background: var(--sk-accent-soft);
}

.sk-drop[data-compact='true'] {
  flex: none;
  grid-template-columns: auto minmax(0, 1fr) auto;
  align-items: center;
  justify-items: start;
  padding: var(--sk-space-3) var(--sk-space-4);
  text-align: start;
}

.sk-drop[data-compact='true'] .sk-drop-art {
  margin: 0;
  padding-inline: 0.375rem;
}

.sk-drop[data-compact='true'] .sk-drop-card {
  inline-size: 2rem;
  block-size: 1.75rem;
  margin-inline: -0.375rem;
  border-width: 2px;
  border-radius: var(--sk-radius-sm);
  font-size: 0.875rem;
}

.sk-drop[data-compact='true'] .sk-drop-title {
  margin: 0;
  font-size: var(--sk-text-md);
}

.sk-drop[data-compact='true'] p:not(.sk-drop-title) {
  font-size: var(--sk-text-sm);
}

@container sk (inline-size < 32rem) {
  .sk-drop[data-compact='true'] {
    grid-template-columns: minmax(0, 1fr) auto;
  }

  .sk-drop[data-compact='true'] :is(.sk-drop-art, p:not(.sk-drop-title)) {
    display: none;
  }
}
`,

  // Refused
  /* css */ `
.sk-refused {
  padding: var(--sk-space-2) var(--sk-space-3) var(--sk-space-3);
  border-radius: var(--sk-radius-lg);
  background: var(--sk-danger-soft);
  font-size: var(--sk-text-sm);
}

.sk-refused header {
  display: grid;
  grid-template-columns: auto minmax(0, 1fr) auto;
  align-items: center;
  gap: var(--sk-space-3);
}

.sk-refused header > .sk-icon {
  color: var(--sk-danger);
  font-size: 1rem;
}

.sk-refused header p {
  font-size: var(--sk-text-md);
  font-weight: var(--sk-strong);
}
`,

  // Under their title.
  /* css */ `
.sk-refused > :is(ul, details) {
  padding-inline-start: calc(1.25rem + var(--sk-space-3));
}

.sk-uploader .sk-refused ul {
  display: grid;
  gap: var(--sk-space-1);
}

.sk-refused .sk-more {
  gap: var(--sk-space-1);
  margin-block-start: var(--sk-space-1);
}

.sk-refused strong {
  font-weight: var(--sk-strong);
  overflow-wrap: anywhere;
}
`,

  // Drafts
  /* css */ `
.sk-uploader .sk-drafts {
  display: grid;
  gap: var(--sk-space-3);
}

.sk-draft {
  display: grid;
  grid-template-columns: auto minmax(0, 1fr) auto;
  gap: var(--sk-space-3);
  padding: var(--sk-space-4);
  border: 1px solid var(--sk-border);
  border-radius: var(--sk-radius-lg);
  background: var(--sk-bg);
}

.sk-draft > :is(.sk-upload-art, .sk-draft-picture) {
  grid-row: span 2;
  align-self: start;
}

.sk-draft > .sk-icon-button {
  grid-row: 1;
  grid-column: 3;
  margin: -0.375rem;
}

.sk-draft-body {
  display: grid;
  grid-row: 2;
  grid-column: 2;
  gap: var(--sk-space-3);
  min-inline-size: 0;
}
`,

  // Name and projection stand side by side where there is room.
  /* css */ `
@container sk (inline-size >= 56rem) {
  .sk-draft-body {
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    column-gap: var(--sk-space-6);
  }

  .sk-draft-body > .sk-projection {
    align-self: end;
  }

  .sk-draft-body > .sk-more {
    grid-column: 1 / -1;
  }
}

.sk-draft > .sk-upload-art {
  inline-size: 4.5rem;
  aspect-ratio: 8 / 5;
  background: linear-gradient(150deg, var(--sk-art), var(--sk-art-2));
  font-size: 1.25rem;
}

.sk-draft-picture {
  inline-size: 4.5rem;
  block-size: auto;
  border-radius: var(--sk-radius);
}

@container sk (inline-size < 32rem) {
  .sk-draft > :is(.sk-upload-art, .sk-draft-picture) {
    grid-row: auto;
    align-self: center;
    inline-size: 2.75rem;
    font-size: 1rem;
  }

  .sk-draft-body {
    grid-column: 1 / -1;
  }
}

.sk-draft-file {
  align-self: center;
  overflow: hidden;
  color: var(--sk-text-muted);
  font-size: var(--sk-text-sm);
  font-variant-numeric: tabular-nums;
  text-overflow: ellipsis;
  white-space: nowrap;
}

.sk-field {
  display: grid;
  gap: var(--sk-space-1);
  font-size: var(--sk-text-sm);
}

.sk-field > :is(span, label) {
  color: var(--sk-text-muted);
  font-weight: var(--sk-medium);
}

.sk-field small {
  color: var(--sk-text-muted);
  font-size: var(--sk-text-xs);
}

.sk-field :is(input, textarea) {
  box-sizing: border-box;
  inline-size: 100%;
  min-block-size: var(--sk-control);
  margin: 0;
  padding: var(--sk-space-1) var(--sk-space-2);
  border: 1px solid var(--sk-border-control);
  border-radius: var(--sk-radius);
  background: var(--sk-bg);
  color: inherit;
  font: inherit;
  font-size: var(--sk-text-md);
  resize: vertical;
}

.sk-projection {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: var(--sk-space-2) var(--sk-space-3);
}

.sk-projection-reason {
  flex: 1 1 14rem;
  color: var(--sk-text-muted);
  font-size: var(--sk-text-sm);
}

.sk-projection[data-status='open'] {
  margin: calc(-1 * var(--sk-space-2));
  padding: var(--sk-space-2);
  border-radius: var(--sk-radius);
  background: var(--sk-warning-soft);
}

.sk-projection[data-status='open'] .sk-projection-reason {
  color: var(--sk-warning);
}

.sk-more summary {
  inline-size: fit-content;
  padding-block: 0.125rem;
  border-radius: var(--sk-radius-sm);
  color: var(--sk-text-muted);
  font-size: var(--sk-text-sm);
  cursor: pointer;
}

.sk-more[open] {
  display: grid;
}

.sk-more .sk-field {
  margin-block-start: var(--sk-space-2);
}

.sk-uploader-foot {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  justify-content: flex-end;
  gap: var(--sk-space-2);
  padding: var(--sk-space-3) var(--sk-space-4);
  border-block-start: 1px solid var(--sk-border);
  background: var(--sk-bg-subtle);
}

.sk-uploader-foot p {
  flex: 1 1 16rem;
  color: var(--sk-text-muted);
  font-size: var(--sk-text-sm);
}
`,

  // Uploads
  /* css */ `
.sk-uploads-card {
  border: 1px solid var(--sk-border);
  border-radius: var(--sk-radius-lg);
}

.sk-uploads {
  display: grid;
}

:is(.sk-uploader, .sk-tray):focus {
  outline: 0;
}

.sk-upload {
  display: grid;
  grid-template-columns: auto minmax(0, 1fr) auto;
  align-items: center;
  gap: 0.1875rem var(--sk-space-3);
  padding: var(--sk-space-3) var(--sk-space-4);
  content-visibility: auto;
  contain-intrinsic-block-size: auto 4.5rem;
}

.sk-upload > .sk-upload-art {
  grid-row: 1 / span 2;
  align-self: start;
}

.sk-upload > .sk-upload-body {
  grid-column: 2 / -1;
}
`,

  // What can be done with the entry stands beside what is said of it, unless that takes more than a line.
  /* css */ `
.sk-upload[data-entry='true'] > .sk-upload-actions {
  margin-block: 0;
}

.sk-upload[data-entry='true']:not([data-tone='warning']) {
  > .sk-upload-actions {
    grid-row: 1 / span 2;
    grid-column: 3;
  }

  > .sk-upload-body {
    grid-column: 2;
  }
}

.sk-upload + .sk-upload {
  border-block-start: 1px solid var(--sk-border);
}

.sk-upload-art {
  display: grid;
  place-items: center;
  inline-size: 2.25rem;
  aspect-ratio: 1;
  border-radius: var(--sk-radius);
  background: var(--sk-art, var(--sk-bg-hover));
  color: var(--sk-art-ink, var(--sk-text-muted));
}

:is(.sk-upload-art, .sk-drop-card)[data-media='video'] {
  --sk-art: light-dark(#dfe4fb, #2a3160);
  --sk-art-2: light-dark(#c8d1f6, #1b2042);
  --sk-art-ink: light-dark(#4453b8, #9ba9f5);
}

:is(.sk-upload-art, .sk-drop-card)[data-media='image'] {
  --sk-art: light-dark(#d9f0ea, #17433b);
  --sk-art-2: light-dark(#bfe3d9, #102d28);
  --sk-art-ink: light-dark(#1f6f5d, #7fd0bc);
}

:is(.sk-upload-art, .sk-drop-card)[data-media='audio'] {
  --sk-art: light-dark(#f7e3ea, #4a2535);
  --sk-art-2: light-dark(#efcdd9, #301823);
  --sk-art-ink: light-dark(#9c3c62, #eea3bf);
}

.sk-upload-art[data-tone='success'] {
  --sk-art: var(--sk-success-soft);
  --sk-art-ink: var(--sk-success);
}

.sk-upload-art[data-tone='warning'] {
  --sk-art: var(--sk-warning-soft);
  --sk-art-ink: var(--sk-warning);
}

.sk-upload-art[data-tone='danger'] {
  --sk-art: var(--sk-danger-soft);
  --sk-art-ink: var(--sk-danger);
}

.sk-upload-body {
  display: grid;
  gap: var(--sk-space-1);
  align-content: center;
  min-inline-size: 0;
}

.sk-upload-name {
  display: flex;
  align-items: center;
  gap: var(--sk-space-2);
  font-weight: var(--sk-medium);
}

.sk-upload-name bdi {
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
}

.sk-upload-name .sk-icon {
  color: var(--sk-text-muted);
}

.sk-upload-state {
  color: var(--sk-text-muted);
  font-size: var(--sk-text-sm);
  font-variant-numeric: tabular-nums;
}

.sk-upload[data-tone='warning'] .sk-upload-state {
  color: var(--sk-warning);
}

.sk-upload[data-tone='success'] .sk-upload-state {
  color: var(--sk-success);
}

.sk-upload-problem {
  font-size: var(--sk-text-sm);
}

.sk-upload-problem strong {
  font-weight: var(--sk-strong);
}

.sk-upload[data-tone='danger'] .sk-upload-problem strong {
  color: var(--sk-danger);
}

.sk-upload-question {
  display: grid;
  gap: var(--sk-space-1);
  margin-block-start: var(--sk-space-1);
  padding: var(--sk-space-3);
  border-radius: var(--sk-radius);
  background: var(--sk-warning-soft);
  font-size: var(--sk-text-sm);
}

.sk-upload-question strong {
  font-weight: var(--sk-strong);
}

.sk-upload-steps {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: var(--sk-space-2);
  margin-block-start: var(--sk-space-1);
}

:is(.sk-upload-steps, .sk-upload-actions) .sk-button {
  min-block-size: calc(var(--sk-control) - 0.375rem);
  padding-inline: var(--sk-space-2);
  font-size: var(--sk-text-sm);
}

.sk-upload-steps:empty {
  display: none;
}

.sk-upload-actions .sk-imported {
  display: inline-flex;
  align-items: center;
  gap: var(--sk-space-1);
  color: var(--sk-success);
  font-size: var(--sk-text-sm);
}

.sk-upload-actions {
  display: flex;
  align-items: center;
  gap: var(--sk-space-1);
  margin-block: -0.375rem;
  color: var(--sk-text-muted);
}

.sk-upload-actions:has(> .sk-icon-button:last-child) {
  margin-inline-end: -0.5rem;
}

.sk-upload-actions .sk-button {
  color: var(--sk-text);
}

.sk-edit {
  display: grid;
  flex: 1 0 100%;
  gap: var(--sk-space-2);
  justify-items: start;
}

.sk-edit .sk-field {
  inline-size: 100%;
}

.sk-uploads-note {
  padding: var(--sk-space-2) var(--sk-space-4);
  border-block-end: 1px solid var(--sk-border);
  background: var(--sk-warning-soft);
  font-size: var(--sk-text-sm);
}

.sk-uploads-head,
.sk-uploads-foot {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: var(--sk-space-2);
  padding: var(--sk-space-2) var(--sk-space-4);
}

.sk-uploads-head {
  border-block-end: 1px solid var(--sk-border);
}

.sk-uploads-foot {
  justify-content: flex-end;
  border-block-start: 1px solid var(--sk-border);
}

.sk-uploads-foot p {
  flex: 1;
  color: var(--sk-danger);
  font-size: var(--sk-text-sm);
}
`,

  // Progress: what moves shimmers, what stands still does not.
  /* css */ `
.sk-progress {
  position: relative;
  block-size: 0.375rem;
  overflow: hidden;
  border-radius: var(--sk-radius-pill);
  background: var(--sk-bg-hover);
}

.sk-progress::before {
  content: '';
  position: absolute;
  inset-block: 0;
  inset-inline-start: 0;
  inline-size: calc(var(--sk-done) * 100%);
  border-radius: inherit;
  background: var(--sk-accent);
  transition: inline-size 0.4s var(--sk-ease);
}

.sk-progress[data-status='still']::before {
  background: var(--sk-text-muted);
}

.sk-progress[data-known='false']::before {
  inline-size: 30%;
  animation: sk-wander 1.6s var(--sk-ease) infinite alternate;
}

@keyframes sk-wander {
  from {
    inset-inline-start: 0;
  }
  to {
    inset-inline-start: 70%;
  }
}

@media (prefers-reduced-motion: reduce) {
  .sk-drop-card {
    transition: none;
  }
  .sk-progress::before {
    transition: none;
  }
  .sk-progress[data-known='false']::before {
    inline-size: 100%;
    animation: none;
    opacity: 0.35;
  }
}
`,

  // The tray
  /* css */ `
.sk-tray {
  display: flex;
  flex-direction: column;
  min-block-size: 0;
  background: var(--sk-bg);
}

.sk-tray-head {
  display: grid;
  grid-template-columns: auto minmax(0, 1fr) auto;
  align-items: center;
  gap: var(--sk-space-3);
  padding: var(--sk-space-3) var(--sk-space-4);
}

.sk-tray-head .sk-icon-button .sk-icon {
  transition: rotate var(--sk-fast) var(--sk-ease);
}

.sk-tray[data-open='false'] .sk-tray-head .sk-icon-button .sk-icon {
  rotate: 180deg;
}

.sk-tray-ring {
  --sk-ring-track: var(--sk-accent-soft);
  --sk-ring-ink: var(--sk-accent);

  position: relative;
  display: grid;
  place-items: center;
  inline-size: 2.25rem;
  aspect-ratio: 1;
  border-radius: 50%;
  background: var(--sk-ring-track);
  color: var(--sk-ring-ink);
}
`,

  // How far all of them are, around the arrow.
  /* css */ `
.sk-tray-ring[data-known='true']::before {
  content: '';
  position: absolute;
  inset: 0;
  border-radius: inherit;
  background: conic-gradient(var(--sk-ring-ink) calc(var(--sk-done) * 1turn), transparent 0);
  mask: radial-gradient(closest-side, transparent calc(100% - 3px), #000 calc(100% - 2.5px));
}

.sk-tray-ring[data-tone='success'] {
  --sk-ring-track: var(--sk-success-soft);
  --sk-ring-ink: var(--sk-success);
}

.sk-tray-ring[data-tone='danger'] {
  --sk-ring-track: var(--sk-danger-soft);
  --sk-ring-ink: var(--sk-danger);
}

.sk-tray-ring[data-tone='warning'] {
  --sk-ring-track: var(--sk-warning-soft);
  --sk-ring-ink: var(--sk-warning);
}

.sk-tray-ring[data-tone='neutral'] {
  --sk-ring-track: var(--sk-bg-hover);
  --sk-ring-ink: var(--sk-text-muted);
}

.sk-tray-title {
  font-weight: var(--sk-strong);
  line-height: 1.3;
  text-wrap: balance;
}

.sk-tray-text {
  color: var(--sk-text-muted);
  font-size: var(--sk-text-sm);
  font-variant-numeric: tabular-nums;
}

.sk-tray > .sk-progress {
  flex: none;
  block-size: 0.1875rem;
  border-radius: 0;
}

.sk-tray-list {
  min-block-size: 0;
  overflow: auto;
  border-block-start: 1px solid var(--sk-border);
}

.sk-tray > .sk-progress + .sk-tray-list {
  border-block-start: 0;
}

@media (forced-colors: active) {
  .sk-progress {
    border: 1px solid;
  }
  .sk-progress::before {
    forced-color-adjust: none;
    background: Highlight;
  }
  .sk-draft,
  .sk-drop-card,
  .sk-refused,
  .sk-upload-question,
  .sk-upload-art,
  .sk-tray-ring,
  .sk-projection[data-status='open'] {
    border: 1px solid;
  }
}
`,
].join('');
