import { createRoot } from 'react-dom/client';

const root = document.querySelector('#root');
if (root === null) throw new Error('the page has a root');
createRoot(root).render(<h1>Hello</h1>);
