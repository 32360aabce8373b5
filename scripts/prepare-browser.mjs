import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from './find-chromium.mjs';

/** Debian 12's fonts-liberation has no Vietnamese letters, fonts-liberation2 has; from Debian 13 on it is the other way. */
const fontFolders = ['/usr/share/fonts/truetype/liberation2', '/usr/share/fonts/truetype/liberation'];

/** The end-to-end tests need a browser and a font with Vietnamese letters; only root may install them. */
export function prepareBrowser() {
  const hasFonts = fontFolders.some((folder) => existsSync(folder));
  if (findChromium() && hasFonts) return;
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (mayInstall) {
    console.error('Đang cài Chromium và phông chữ bằng apt-get… / Installing Chromium and fonts with apt-get…');
    if (!findChromium()) installPackages(['chromium', 'fonts-liberation2'], ['chromium', 'fonts-liberation']);
    else installPackages(['fonts-liberation2'], ['fonts-liberation']);
  }
  if (findChromium()) return;
  console.error(
    'Không có Chromium, nên các bài thử trong trình duyệt sẽ không chạy được. Hãy cài: sudo apt-get install chromium fonts-liberation2, hoặc đặt CHROMIUM_PATH.\n' +
      'There is no Chromium, so the tests in the browser cannot run. Install it: sudo apt-get install chromium fonts-liberation2, or set CHROMIUM_PATH.',
  );
}

/** The second list is for releases that no longer know a name of the first. */
function installPackages(first, second) {
  const options = {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  const patience = ['-qq', '-o', 'DPkg::Lock::Timeout=300'];
  spawnSync('apt-get', [...patience, 'update'], options);
  const install = (names) =>
    spawnSync('apt-get', [...patience, 'install', '-y', '--no-install-recommends', ...names], options).status === 0;
  if (!install(first)) install(second);
}
