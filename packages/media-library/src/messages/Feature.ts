import type { Languages, Sentences } from './languages.ts';
import type { FeatureMessages } from './Messages.ts';

/** What a part says that is loaded later: English comes with it, the other languages when somebody asks for them. */
export interface Feature<TName extends keyof FeatureMessages> {
  /** Under which a host may replace single sentences. */
  readonly name: TName;
  readonly en: Sentences<FeatureMessages[TName]>;
  readonly languages: Languages<FeatureMessages[TName]>;
}
