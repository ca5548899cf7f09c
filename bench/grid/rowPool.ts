import { sampleEntries } from '../../packages/media-library/src/parts/samples/sampleEntries.ts';
import { count } from './count.ts';

/**
 * The least a grid of these cards can cost: our own row as it was rendered, with the same style sheet, but without React. As
 * many rows as fit, moved and filled anew as they leave; nothing is ever created while one scrolls.
 */
const entries = sampleEntries(count);
const template = (document.getElementById('row') as HTMLTemplateElement).content.firstElementChild as HTMLElement;
const columns = template.childElementCount;
const root = document.body.appendChild(document.createElement('main'));
root.innerHTML =
  '<div class="sk-root"><div class="sk-viewport" data-layout="grid" data-status="shown"><div class="sk-grid"><div class="sk-rows"></div></div></div></div>';
const viewport = root.querySelector('.sk-viewport') as HTMLElement;
const rows = root.querySelector('.sk-rows') as HTMLElement;

const sample = rows.appendChild(template.cloneNode(true) as HTMLElement);
const height = sample.getBoundingClientRect().height + (Number.parseFloat(getComputedStyle(sample).rowGap) || 0);
sample.remove();
rows.style.blockSize = `${Math.ceil(count / columns) * height}px`;

const pool = Array.from({ length: Math.ceil(viewport.clientHeight / height) + 2 }, () => {
  const line = rows.appendChild(document.createElement('div'));
  line.className = 'sk-virtual-row';
  const row = line.appendChild(template.cloneNode(true) as HTMLElement);
  const cards = [...row.children].map((card) => ({
    card: card as HTMLElement,
    name: card.querySelector('.sk-name') as HTMLElement,
    image: card.querySelector('img'),
    owner: card.querySelector('.sk-meta > bdi'),
  }));
  return { line, cards, shows: -1 };
});

function draw(): void {
  const first = Math.max(0, Math.floor(viewport.scrollTop / height) - 1);
  for (let row = first; row < first + pool.length; row += 1) {
    const slot = pool[row % pool.length];
    if (slot === undefined || slot.shows === row) continue;
    slot.shows = row;
    slot.line.style.transform = `translateY(${row * height}px)`;
    slot.cards.forEach(({ card, name, image, owner }, column) => {
      const entry = entries[row * columns + column];
      card.hidden = entry === undefined;
      if (entry === undefined) return;
      name.textContent = entry.name;
      name.title = entry.name;
      if (image && entry.thumbnailUrl !== null) image.src = entry.thumbnailUrl;
      if (owner) owner.textContent = entry.ownerName;
    });
  }
}

draw();
viewport.addEventListener('scroll', draw, { passive: true });
