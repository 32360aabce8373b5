import type { WebModule } from '../../../platform/ui/web-module.ts';

export const channelsWeb: WebModule = {
  name: 'channels',
  navigation: [{ path: '/channels', labelKey: 'navigation.channels', icon: 'channels', order: 50 }],
  routes: [
    { path: '/channels', load: async () => ({ component: (await import('./board-page.tsx')).BoardPage }) },
    {
      path: '/channels/deliveries/$deliveryId',
      load: async () => ({ component: (await import('./delivery-page.tsx')).DeliveryPage }),
    },
    {
      path: '/stories/$storyId/channels',
      load: async () => ({ component: (await import('./story-channels-page.tsx')).StoryChannelsPage }),
    },
  ],
};
