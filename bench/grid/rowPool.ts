import { sampleEntries } from '../../packages/media-library/src/parts/samples/sampleEntries.ts';
import { count } from './count.ts';

/**
 * The least a grid of these cards can cost: the same markup and style sheet, without React. As many rows as fit, moved and
 * filled anew as they leave; nothing is ever created while one scrolls.
 */
const entries = sampleEntries(count);
const root = document.body.appendChild(document.createElement('main'));
root.innerHTML = `<div class="sk-root"><div class="sk-viewport" data-layout="grid" data-status="shown">
  <div class="sk-grid"><div class="sk-rows"></div></div>
  <div class="sk-row sk-sample"><div class="sk-card"><span class="sk-thumbnail"></span><span class="sk-name"></span><span class="sk-meta"></span></div></div>
</div></div>`;
const [viewport, rows, sample] = ['.sk-viewport', '.sk-rows', '.sk-sample'].map(
  (selector) => root.querySelector(selector) as HTMLElement,
) as [HTMLElement, HTMLElement, HTMLElement];

const { gridTemplateColumns, rowGap } = getComputedStyle(sample);
const columns = gridTemplateColumns.split(' ').length;
const height = sample.getBoundingClientRect().height + (Number.parseFloat(rowGap) || 0);
rows.style.blockSize = `${Math.ceil(count / columns) * height}px`;

const pool = Array.from({ length: Math.ceil(viewport.clientHeight / height) + 2 }, () => {
  const line = rows.appendChild(document.createElement('div'));
  line.className = 'sk-virtual-row';
  const row = line.appendChild(document.createElement('div'));
  row.className = 'sk-row';
  const cards = Array.from({ length: columns }, () => {
    const card = row.appendChild(document.createElement('div'));
    card.className = 'sk-card';
    card.innerHTML =
      '<bdi class="sk-name"></bdi><span class="sk-thumbnail"><img alt=""><span class="sk-badge" data-tone="overlay"></span></span><span class="sk-meta"></span>';
    const part = (selector: string): HTMLElement => card.querySelector(selector) as HTMLElement;
    return { card, name: part('.sk-name'), image: part('img') as HTMLImageElement, meta: part('.sk-meta') };
  });
  return { line, cards, shows: -1 };
});

function draw(): void {
  const first = Math.max(0, Math.floor(viewport.scrollTop / height) - 1);
  for (let row = first; row < first + pool.length; row += 1) {
    const slot = pool[row % pool.length];
    if (slot === undefined || slot.shows === row) continue;
    slot.shows = row;
    slot.line.style.transform = `translateY(${row * height}px)`;
    slot.cards.forEach(({ card, name, image, meta }, column) => {
      const entry = entries[row * columns + column];
      card.hidden = entry === undefined;
      if (entry === undefined) return;
      name.textContent = entry.name;
      image.src = entry.thumbnailUrl ?? '';
      meta.textContent = entry.ownerName;
    });
  }
}

draw();
viewport.addEventListener('scroll', draw, { passive: true });
