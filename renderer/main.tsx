import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { invariant } from '#core/base/invariant.ts';
import { App } from './app/App.tsx';
import { addBundledFonts } from './ui/bundled-fonts.ts';
import './styles/tokens.css';
import './styles/base.css';

const root = document.querySelector('#root');
invariant(root !== null, 'index.html has a root');
addBundledFonts(document.fonts);
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
