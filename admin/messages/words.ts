import { words as bilingual } from '../i18n/words';

export const words = bilingual(
  {
    title: '站内消息',
    lead: '平台告诉贵机构的事。本机构的同事看到同一个收件箱，一人读过即为已读。',
    bell: '站内消息，%{smart_count} 条未读',
    shelves: { all: '全部', unread: '未读' },
    unread: '未读',
    readAt: '%{time} 已读',
    markRead: '标为已读',
    markAllRead: '全部标为已读',
    allRead: '已全部标为已读（%{smart_count} 条）',
    seeMatches: '查看融资匹配',
    empty: { title: '还没有消息', hint: '平台有事告诉贵机构时，会出现在这里。' },
    nothingUnread: { title: '没有未读消息', hint: '读过的消息在「全部」里。' },
  },
  {
    title: 'Messages',
    lead: 'What the platform tells your organisation. Colleagues share one inbox: what one has read counts as read.',
    bell: 'Messages, %{smart_count} unread',
    shelves: { all: 'All', unread: 'Unread' },
    unread: 'Unread',
    readAt: 'Read %{time}',
    markRead: 'Mark as read',
    markAllRead: 'Mark all as read',
    allRead: 'All marked as read (%{smart_count})',
    seeMatches: 'See your matches',
    empty: { title: 'No messages yet', hint: 'When the platform has something to tell your organisation, it appears here.' },
    nothingUnread: { title: 'Nothing unread', hint: 'What has been read is under "All".' },
  },
);
