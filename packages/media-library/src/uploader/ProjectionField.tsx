'use client';
import type { StereoMode } from '@spaces-kaltura/client';
import type { ProjectionEvidence } from '@spaces-kaltura/client/projection';
import type { UploadProjection } from '@spaces-kaltura/client/upload';
import { useId, type ReactElement } from 'react';
import type { UploaderMessages } from '../messages/uploader/UploaderMessages.ts';
import { SegmentedControl } from '../parts/SegmentedControl.tsx';
import { SelectField } from '../parts/SelectField.tsx';
import type { ProjectionChoice } from './ProjectionChoice.ts';
import { useUploaderWords, type UploaderWords } from './useUploaderWords.ts';

export interface ProjectionFieldProps {
  /** Null while the file is looked at. */
  detection: UploadProjection | null;
  /** A person's word; null leaves it to the file. */
  choice: ProjectionChoice | null;
  onChoose: (choice: ProjectionChoice) => void;
}

const layouts: readonly StereoMode[] = ['mono', 'top-bottom', 'left-right'];

/** Flat or 360°, with what speaks for it in words. Where the file leaves it open, neither is chosen: that is the question. */
export function ProjectionField({ detection, choice, onChoose }: ProjectionFieldProps): ReactElement {
  const words = useUploaderWords();
  const { t } = words;
  const reasonId = useId();
  const open = choice === null && detection?.confidence === 'likely';
  const shown = choice ?? detection;
  const sphere = shown?.projection === 'equirectangular';
  return (
    <div className="sk-projection" data-status={open ? 'open' : 'known'}>
      <SegmentedControl
        label={t.projectionLabel}
        describedBy={reasonId}
        value={open || shown === null ? null : shown.projection}
        segments={[
          { value: 'flat', label: t.projectionFlat },
          { value: 'equirectangular', label: t.projectionSphere },
        ]}
        onChange={(projection) =>
          onChoose({ projection, stereoMode: projection === 'flat' ? 'mono' : (detection?.stereoMode ?? 'mono') })
        }
      />
      {sphere && !open && (
        <SelectField
          label={t.layoutLabel}
          value={shown.stereoMode}
          options={layouts.map((value) => ({ value, label: t.layoutOptions[value] }))}
          onChange={(stereoMode) => onChoose({ projection: 'equirectangular', stereoMode })}
        />
      )}
      <p id={reasonId} className="sk-projection-reason">
        {detection === null ? t.lookingAtFile : reason(detection, choice, words)}
      </p>
    </div>
  );
}

function reason(detection: UploadProjection, choice: ProjectionChoice | null, { t }: UploaderWords): string {
  const { confidence, evidence, projection, stereoMode } = detection;
  if (choice && (choice.projection !== projection || confidence === 'likely' || choice.stereoMode !== stereoMode)) {
    return choice.projection === 'flat' ? t.flatByYou : `${t.sphereByYou} ${t.sphereTag}`;
  }
  if (confidence === 'likely') return t.sphereLikely;
  if (projection === 'equirectangular') {
    // The strongest is first.
    const [why = ''] = inWords(evidence, t);
    return `${t.sphereFound(why, t.layouts[stereoMode])}. ${t.sphereTag}`;
  }
  return (
    inWords(
      evidence.filter((one) => explained.has(one)),
      t,
    )[0] ?? t.sphereNotFound
  );
}

const inWords = (evidence: readonly string[], t: UploaderMessages): string[] =>
  evidence.flatMap((one) => t.evidence[one as ProjectionEvidence] ?? []);

/** What is named instead of being taken for a sphere. */
const explained: ReadonlySet<string> = new Set<ProjectionEvidence>([
  'vr180',
  'cubemap',
  'partial',
  'unstitched.insta360',
  'unstitched.gopro_max',
  'unstitched.dual_fisheye',
]);
