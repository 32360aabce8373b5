import '../../platform/ui/fonts.css';
import '../../platform/ui/theme.css';
import '../../platform/ui/base.css';
import './phone.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { readTaskEarly } from './read-task.ts';
import { pathNow } from './router.tsx';
import { changeLanguage, rememberedLanguage } from './texts.ts';

const place = document.getElementById('phone');
if (place === null) throw new Error('index.html has no #phone');

readTaskEarly(pathNow());
await changeLanguage(rememberedLanguage()).catch(() => changeLanguage('vi'));
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

// After the first page, so that it does not stand in its way. There is none on plain http: then the queue still works.
addEventListener('load', () => {
  void navigator.serviceWorker?.register('/desk/phone/worker.js', { scope: '/desk/phone' }).catch(() => undefined);
});
