import type { Preview } from '@storybook/react-vite';
import { mswLoader } from 'msw-storybook-addon/csf3';
import { configure } from 'storybook/test';
import '../packages/media-library/src/settings.css';
import '../packages/media-library/src/styles.css';
import { patience } from '../packages/media-library/src/testing/stories/find.ts';
import './preview.css';
import { startWorker } from './startWorker.ts';
import { withLibraryRoot } from './withLibraryRoot.tsx';
import { withPage } from './withPage.tsx';

// What a story waits for comes when it comes; one second is too short for a machine that is busy.
configure({ asyncUtilTimeout: patience.timeout });

const preview: Preview = {
  loaders: [mswLoader(startWorker)],
  decorators: [withLibraryRoot, withPage],
  parameters: {
    a11y: { test: 'error' },
    layout: 'fullscreen',
    backgrounds: { disable: true },
    options: { storySort: { order: ['Foundations', 'Parts', 'From Kaltura', 'Uploading', 'Hub settings'] } },
    viewport: {
      options: {
        phone: { name: 'Phone, 375', styles: { width: '375px', height: '720px' } },
        tablet: { name: 'Tablet, 768', styles: { width: '768px', height: '960px' } },
        desktop: { name: 'Desktop, 1280', styles: { width: '1280px', height: '800px' } },
      },
    },
  },
  globalTypes: {
    theme: {
      description: 'Colour scheme',
      toolbar: {
        title: 'Theme',
        icon: 'contrast',
        items: [
          { value: 'light', title: 'Light', icon: 'sun' },
          { value: 'dark', title: 'Dark', icon: 'moon' },
          { value: 'auto', title: 'As the system', icon: 'browser' },
        ],
        dynamicTitle: true,
      },
    },
    locale: {
      description: 'Language, numbers and dates',
      toolbar: {
        title: 'Locale',
        icon: 'globe',
        items: [
          { value: 'en', title: 'English' },
          { value: 'fr', title: 'Français' },
          { value: 'ar', title: 'Arabic dates, English sentences' },
        ],
        dynamicTitle: true,
      },
    },
    direction: {
      description: 'Reading direction of the page',
      toolbar: {
        title: 'Direction',
        icon: 'transfer',
        items: [
          { value: 'ltr', title: 'Left to right' },
          { value: 'rtl', title: 'Right to left' },
        ],
        dynamicTitle: true,
      },
    },
    width: {
      description: 'Width of the place the library stands in',
      toolbar: {
        title: 'Width',
        icon: 'grow',
        items: [
          { value: 'full', title: 'Full width' },
          { value: 'narrow', title: '375 px' },
          { value: 'medium', title: '768 px' },
          { value: 'wide', title: '1280 px' },
        ],
        dynamicTitle: true,
      },
    },
  },
  initialGlobals: { theme: 'light', locale: 'en', direction: 'ltr', width: 'full' },
};
export default preview;
