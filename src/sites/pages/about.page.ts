import { html, type SafeHtml } from '../../platform/html/html.ts';
import { legalFields, renderPage, type SiteContent } from '../sites.layout.ts';
import { pathOf } from '../sites.paths.ts';
import { type SiteLanguage, siteLanguages } from '../sites.snapshot.ts';
import { textsOf } from '../sites.texts.ts';

const paragraphs: Record<SiteLanguage, () => SafeHtml> = {
  vi: () => html`<p>Cổng này đăng thông tin đối ngoại của tỉnh: những bài có người viết, có người thứ hai duyệt, và có chữ ký số.</p>
<h2>Chúng tôi làm việc thế nào</h2>
<p>Không ai tự duyệt bài của mình. Bài đã đăng không bị sửa lén: mỗi lần cập nhật, đính chính, cải chính đều ghi ngày, nội dung sửa và nằm trong sổ đính chính. Bài bị rút vẫn đọc được kèm thông báo. Bài bị gỡ bỏ theo quy định của pháp luật chỉ còn lời báo.</p>
<p>Chữ, giọng đọc, hình ảnh do máy làm ra hay máy dịch đều được ghi rõ ở đầu bài.</p>
<h2>Quyền riêng tư</h2>
<p>Các trang không đặt cookie, không chạy mã, không gọi dịch vụ của bên thứ ba.</p>
<h2 id="accessibility">Tuyên bố về khả năng tiếp cận</h2>
<p>Cổng hướng tới chuẩn WCAG 2.2 mức AA. Mọi trang dùng được bằng bàn phím, phóng to đến 400 %, ở màu sáng hay tối, và không cần JavaScript. Ảnh có chữ thay thế. Trạng thái không bao giờ chỉ thể hiện bằng màu.</p>
<p>Các trang được kiểm tự động bằng axe-core; chưa có kiểm tra với người khuyết tật. Nếu bạn gặp chỗ khó dùng, xin báo cho đơn vị quản lý theo thông tin dưới đây.</p>`,
  en: () => html`<p>This portal publishes the external information of the province: items that one person wrote, another approved, and that bear a digital signature.</p>
<h2>How we work</h2>
<p>Nobody approves an item of their own. Nothing is changed in silence: each update, correction and formal correction is dated, shows what was changed, and stands in the register of corrections. A withdrawn item stays readable with a notice. Of an item that the law made us remove, only the notice is left.</p>
<p>Text, voice or pictures made or translated by a machine say so at the top.</p>
<h2>Privacy</h2>
<p>The pages set no cookies, run no scripts and call no third party.</p>
<h2 id="accessibility">Accessibility statement</h2>
<p>We aim at WCAG 2.2, level AA. Every page works by keyboard, enlarged to 400 %, in light or dark colours, and without JavaScript. Pictures have alternative text. No state is shown by colour alone.</p>
<p>The pages are checked automatically with axe-core; they have not been tested with disabled readers yet. If something is hard to use, please tell the managing body named below.</p>`,
};

export function aboutPage(content: SiteContent, language: SiteLanguage): string {
  const texts = textsOf(language);
  return renderPage({
    content,
    language,
    path: pathOf(language, { name: 'about' }),
    title: texts.about,
    description: content.settings.siteName[language],
    alternates: siteLanguages.map((other) => ({ language: other, path: pathOf(other, { name: 'about' }) })),
    current: 'about',
    day: null,
    isExample: content.settings.isExample,
    main: html`<div class="wrap page-head"><h1>${content.settings.siteName[language]}</h1></div><div class="wrap list prose">${paragraphs[language]()}<h2>${texts.responsible}</h2>${legalFields({ content, language })}</div>`,
  });
}
