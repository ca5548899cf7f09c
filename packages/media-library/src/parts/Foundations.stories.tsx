import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactElement } from 'react';
import { expect, fn } from 'storybook/test';
import { Badge, type BadgeTone } from './Badge.tsx';
import { Button } from './Button.tsx';
import { SegmentedControl } from './SegmentedControl.tsx';
import { SelectField } from './SelectField.tsx';

/** What every part is made of. Colours are roles, and each can be overridden on `.sk-root`. */
const meta: Meta = { title: 'Foundations/Foundations' };
export default meta;

type Story = StoryObj;

const surfaces = ['bg', 'bg-subtle', 'bg-hover'] as const;
const inks = ['text', 'text-muted', 'accent'] as const;
const meanings = ['accent', 'danger', 'warning', 'success'] as const;
const tones: readonly BadgeTone[] = ['overlay', 'neutral', 'accent', 'success', 'warning', 'danger'];

function Swatch({ surface, ink }: { surface: string; ink: string }): ReactElement {
  return (
    <div className="story-swatch" data-surface={surface} ref={paint(surface, ink)}>
      <strong>--sk-{ink}</strong>
      <div>on --sk-{surface}</div>
    </div>
  );
}

/** Through CSSOM, as a page with a strict content security policy has to. */
const paint =
  (surface: string, ink: string) =>
  (swatch: HTMLElement | null): void => {
    swatch?.style.setProperty('background', `var(--sk-${surface})`);
    swatch?.style.setProperty('color', `var(--sk-${ink})`);
  };

/** Each text role on each surface it is used on; axe holds them to 4.5 : 1. */
export const Colours: Story = {
  render: () => (
    <div className="story-pad story-swatches">
      {surfaces.flatMap((surface) => inks.map((ink) => <Swatch key={surface + ink} surface={surface} ink={ink} />))}
      {meanings.map((meaning) => (
        <Swatch key={meaning} surface={`${meaning}-soft`} ink={meaning} />
      ))}
      <Swatch surface="accent" ink="on-accent" />
      <Swatch surface="accent-hover" ink="on-accent" />
    </div>
  ),
};

export const ColoursDark: Story = { ...Colours, globals: { theme: 'dark' } };

export const Controls: Story = {
  render: () => (
    <div className="story-pad story-stack">
      <div className="story-line">
        <Button variant="primary" icon="import">
          Primary
        </Button>
        <Button>Secondary</Button>
        <Button variant="quiet">Quiet</Button>
        <Button variant="primary" disabled>
          Disabled
        </Button>
        <Button variant="primary" busy>
          Busy
        </Button>
      </div>
      <div className="story-line">
        <SelectField label="Type" value="any" options={[{ value: 'any', label: 'All types' }]} onChange={fn()} />
        <SegmentedControl
          label="Whose"
          value="all"
          segments={[
            { value: 'all', label: 'Everyone’s' },
            { value: 'mine', label: 'Mine' },
          ]}
          onChange={fn()}
        />
      </div>
      <div className="story-line">
        {tones.map((tone) => (
          <Badge key={tone} tone={tone} icon="clock">
            {tone}
          </Badge>
        ))}
      </div>
    </div>
  ),
  async play({ canvas }) {
    await expect(canvas.getByRole('button', { name: 'Busy' })).toHaveAttribute('aria-disabled', 'true');
    await expect(canvas.getByRole('button', { name: 'Disabled' })).toBeDisabled();
  },
};

export const ControlsDark: Story = { ...Controls, globals: { theme: 'dark' } };
