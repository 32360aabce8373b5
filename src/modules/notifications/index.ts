export type { HomeQueue } from './server/notifications.home.ts';
export { insertNotifications, type NewNotification } from './server/notifications.repository.ts';
