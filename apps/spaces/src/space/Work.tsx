import { parseMediaReference, type MediaReference } from '@spaces-kaltura/client';
import { useMemo } from 'react';
import type { SpaceItem } from '../host/wire.ts';
import { KalturaWork } from './KalturaWork.tsx';
import { PosterArt } from './PosterArt.tsx';
import { WorkFigure, type WorkFigureProps } from './WorkFigure.tsx';

/** One item of a space on the wall, whatever it is. */
export function Work({
  item,
  isNew,
  onTakeDown,
}: {
  item: SpaceItem;
  isNew: boolean;
  onTakeDown: (title: string) => void;
}) {
  const figure = { id: item.id, isNew, addedBy: item.addedBy, onTakeDown };
  switch (item.kind) {
    case 'poster':
      return (
        <WorkFigure {...figure} kind="poster" title={item.title} what="Poster">
          <PosterArt shape={item.shape} color={item.color} />
        </WorkFigure>
      );
    case 'link':
      return (
        <WorkFigure {...figure} kind="image" title={item.title} what={`Image from ${new URL(item.url).host}`}>
          <img className="frame__image" src={item.url} alt={item.title} referrerPolicy="no-referrer" />
        </WorkFigure>
      );
    case 'kaltura':
    default:
      return <KalturaItem {...figure} reference={item.reference} />;
  }
}

function KalturaItem({ reference: untrusted, ...figure }: WorkFigureProps & { reference: unknown }) {
  const reference = useMemo(() => readReference(untrusted), [untrusted]);
  return reference === null ? (
    <WorkFigure {...figure} kind="broken" title="An unknown work" what="From Kaltura">
      <p className="frame__words">What hangs here is not a description of a Kaltura entry, so it is not shown.</p>
    </WorkFigure>
  ) : (
    <KalturaWork {...figure} reference={reference} />
  );
}

/** Anybody who may edit a space can write a reference by hand: what does not parse is not shown. */
function readReference(value: unknown): MediaReference | null {
  try {
    return parseMediaReference(value);
  } catch {
    return null;
  }
}
