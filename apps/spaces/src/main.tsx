import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import './styles/index.css';
import '@spaces-kaltura/media-library/styles.css';
import '@spaces-kaltura/media-library/account.css';
import '@spaces-kaltura/media-library/settings.css';

const root = document.getElementById('root');
if (root === null) throw new TypeError('index.html must have an element with the id "root".');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
