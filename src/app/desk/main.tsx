import '../../platform/ui/mantine-parts.css';
import '@mantine/notifications/styles.css';
import '../../platform/ui/fonts.css';
import '../../platform/ui/theme.css';
import '../../platform/ui/base.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startTexts } from '../../platform/ui/i18n.ts';
import { deskTheme } from '../../platform/ui/theme.ts';
import { queryClient } from './query-client.ts';
import { router } from './router.tsx';
import { loadTexts } from './texts.ts';

const place = document.getElementById('desk');
if (place === null) throw new Error('index.html has no #desk');

await startTexts(loadTexts);

createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      {/* The variables of Mantine stand in theme.css, because the page allows no inline <style>. */}
      <MantineProvider theme={deskTheme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
        <Notifications position="bottom-right" />
        <RouterProvider router={router} />
      </MantineProvider>
    </QueryClientProvider>
  </StrictMode>,
);
