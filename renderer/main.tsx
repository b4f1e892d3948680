import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { invariant } from '#core/base/invariant.ts';
import { App } from './app/App.tsx';
import { addBundledFonts } from './ui/bundled-fonts.ts';
import { readLock } from '#stores/passphrase-store.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/contrast.css';

const root = document.querySelector('#root');
invariant(root !== null, 'index.html has a root');
// Asked before anything is drawn: what may be shown depends on the answer.
void readLock();
addBundledFonts(document.fonts);
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
