// Made from layout.mjml by scripts/compile-templates.mjs: change that one, then run it.
export const layout = `<!doctype html>
<html lang="{{= it.language }}" dir="auto" xmlns="http://www.w3.org/1999/xhtml" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
<head>
<title>{{= it.subject }}</title>
<!--[if !mso]><!-->
<meta http-equiv="X-UA-Compatible" content="IE=edge">
<!--<![endif]-->
<meta http-equiv="Content-Type" content="text/html; charset=UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<style type="text/css">
#outlook a { padding:0; }
body { margin:0;padding:0;-webkit-text-size-adjust:100%;-ms-text-size-adjust:100%; }
table, td { border-collapse:collapse;mso-table-lspace:0pt;mso-table-rspace:0pt; }
img { border:0;height:auto;line-height:100%; outline:none;text-decoration:none;-ms-interpolation-mode:bicubic; }
p { display:block;margin:13px 0; }
</style>
<!--[if mso]>
<noscript>
<xml>
<o:OfficeDocumentSettings>
<o:AllowPNG/>
<o:PixelsPerInch>96</o:PixelsPerInch>
</o:OfficeDocumentSettings>
</xml>
</noscript>
<![endif]-->
<!--[if lte mso 11]>
<style type="text/css">
.mj-outlook-group-fix { width:100% !important; }
</style>
<![endif]-->
<style type="text/css">
@media only screen and (min-width:480px) {
.mj-column-per-100 { width:100% !important; max-width: 100%; }
}
</style>
<style media="screen and (min-width:480px)">
.moz-text-html .mj-column-per-100 { width:100% !important; max-width: 100%; }
</style>
<style type="text/css">
:root { color-scheme: light dark; supported-color-schemes: light dark; }
.words, .words div { overflow-wrap: break-word; word-break: break-word; }
@media (max-width: 479px) {
.words, .line { padding-left: 20px !important; padding-right: 20px !important; }
.deed table { width: 100% !important; }
}
@media (prefers-color-scheme: dark) {
body, .ground > div { background-color: #121317 !important; }
.card, .card > table { background-color: #1b1c21 !important; }
.words div { color: #e6e7eb !important; }
.quiet div { color: #a0a2ad !important; }
.said { border-left-color: {{= it.accentOnDark }} !important; background-color: #26272e !important; }
.deed table td { border: 1px solid {{= it.accentOnDark }} !important; }
.logo { background-color: #ffffff !important; padding: 6px !important; border-radius: 6px !important; }
.address { color: {{= it.accentOnDark }} !important; }
.line p { border-top-color: #2b2c34 !important; }
}
</style>
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no">
</head>
<body  class="ground" style="word-spacing:normal;background-color:#f1f1f3;">
<div style="display:none;font-size:1px;color:#ffffff;line-height:1px;max-height:0px;max-width:0px;opacity:0;overflow:hidden;">{{= it.preview }}</div>
<div
aria-label="{{= it.subject }}" aria-roledescription="email" role="article" lang="{{= it.language }}" dir="auto" style="word-spacing:normal;background-color:#f1f1f3;"
>
<!--[if mso | IE]><table align="center" border="0" cellpadding="0" cellspacing="0" class="" role="presentation" style="width:600px;" width="600" ><tr><td style="line-height:0px;font-size:0px;mso-line-height-rule:exactly;"><![endif]-->
<div  style="margin:0px auto;max-width:600px;">
<table
align="center" border="0" cellpadding="0" cellspacing="0" role="presentation" style="width:100%;"
>
<tbody>
<tr>
<td
style="direction:ltr;font-size:0px;padding:24px 0 12px;text-align:center;"
>
<!--[if mso | IE]><table role="presentation" border="0" cellpadding="0" cellspacing="0"><tr><td class="" style="vertical-align:top;width:600px;" ><![endif]-->
<div
class="mj-column-per-100 mj-outlook-group-fix" style="font-size:0px;text-align:left;direction:ltr;display:inline-block;vertical-align:top;width:100%;"
>
<table
border="0" cellpadding="0" cellspacing="0" role="presentation" style="vertical-align:top;" width="100%"
>
<tbody>
{{ if (it.logo) { }}
<tr>
<td
align="left" class="words" style="font-size:0px;padding:0 32px 10px;word-break:break-word;"
>
<div
style="font-family:system-ui, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif;font-size:16px;line-height:1.55;text-align:left;color:#1b1c21;"
><img class="logo" src="{{= it.logo.source }}" width="{{= it.logo.width }}" height="{{= it.logo.height }}" alt="" style="display:block;border:0;width:{{= it.logo.width }}px;height:{{= it.logo.height }}px"></div>
</td>
</tr>
{{ } }}
<tr>
<td
align="left" class="words quiet" style="font-size:0px;padding:0 32px;word-break:break-word;"
>
<div
style="font-family:system-ui, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif;font-size:14px;font-weight:600;line-height:1.55;text-align:left;color:#63656f;"
>{{= it.workspace }}</div>
</td>
</tr>
</tbody>
</table>
</div>
<!--[if mso | IE]></td></tr></table><![endif]-->
</td>
</tr>
</tbody>
</table>
</div>
<!--[if mso | IE]></td></tr></table><table align="center" border="0" cellpadding="0" cellspacing="0" class="card-outlook" role="presentation" style="width:600px;" width="600" bgcolor="#ffffff" ><tr><td style="line-height:0px;font-size:0px;mso-line-height-rule:exactly;"><![endif]-->
<div  class="card" style="background:#ffffff;background-color:#ffffff;margin:0px auto;max-width:600px;border-radius:10px;overflow:hidden;">
<table
align="center" border="0" cellpadding="0" cellspacing="0" role="presentation" style="background:#ffffff;background-color:#ffffff;width:100%;border-collapse:separate;"
>
<tbody>
<tr>
<td
style="border-radius:10px;direction:ltr;font-size:0px;padding:32px 0 20px;text-align:center;"
>
<!--[if mso | IE]><table role="presentation" border="0" cellpadding="0" cellspacing="0"><tr><td class="" style="vertical-align:top;width:600px;" ><![endif]-->
<div
class="mj-column-per-100 mj-outlook-group-fix" style="font-size:0px;text-align:left;direction:ltr;display:inline-block;vertical-align:top;width:100%;"
>
<table
border="0" cellpadding="0" cellspacing="0" role="presentation" style="vertical-align:top;" width="100%"
>
<tbody>
<tr>
<td
align="left" class="words" style="font-size:0px;padding:0 32px 20px;word-break:break-word;"
>
<div
style="font-family:system-ui, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif;font-size:22px;font-weight:600;line-height:1.3;text-align:left;color:#1b1c21;"
><h1 style="margin:0;font-size:22px;font-weight:600;line-height:1.3">{{= it.heading }}</h1></div>
</td>
</tr>
<tr>
<td
align="left" class="words" style="font-size:0px;padding:0 32px 16px;word-break:break-word;"
>
<div
style="font-family:system-ui, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif;font-size:16px;line-height:1.55;text-align:left;color:#1b1c21;"
>{{= it.greeting }}</div>
</td>
</tr>
{{ for (const paragraph of it.paragraphs) { }}
<tr>
<td
align="left" class="words" style="font-size:0px;padding:0 32px 16px;word-break:break-word;"
>
<div
style="font-family:system-ui, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif;font-size:16px;line-height:1.55;text-align:left;color:#1b1c21;"
>{{= paragraph }}</div>
</td>
</tr>
{{ } if (it.list.length > 0) { }}
<tr>
<td
align="left" class="words" style="font-size:0px;padding:0 32px 16px;word-break:break-word;"
>
<div
style="font-family:system-ui, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif;font-size:16px;line-height:1.55;text-align:left;color:#1b1c21;"
><ul style="margin:0;padding-left:20px">{{ for (const item of it.list) { }}<li>{{= item }}</li>{{ } }}</ul></div>
</td>
</tr>
{{ } if (it.quote) { }}
<tr>
<td
align="left" class="words quiet" style="font-size:0px;padding:4px 32px 6px;word-break:break-word;"
>
<div
style="font-family:system-ui, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif;font-size:14px;line-height:1.55;text-align:left;color:#63656f;"
>{{= it.quote.by }}</div>
</td>
</tr>
<tr>
<td
align="left" class="words" style="font-size:0px;padding:0 32px 16px;word-break:break-word;"
>
<div
style="font-family:system-ui, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif;font-size:16px;line-height:1.55;text-align:left;color:#1b1c21;"
><blockquote class="said" style="margin:0;padding:12px 16px;border-left:3px solid {{= it.accent }};background-color:#f8f8f9">{{ for (const [i, line] of it.quote.lines.entries()) { }}{{ if (i > 0) { }}<br>{{ } }}{{= line }}{{ } }}</blockquote></div>
</td>
</tr>
{{ } if (it.action) { }}
<tr>
<td
align="left" class="words deed" style="font-size:0px;padding:8px 32px 24px;word-break:break-word;"
>
<table
border="0" cellpadding="0" cellspacing="0" role="presentation" style="border-collapse:separate;line-height:100%;"
>
<tbody>
<tr>
<td
align="center" bgcolor="{{= it.accent }}" role="presentation" style="border:none;border-radius:7px;cursor:auto;mso-padding-alt:13px 24px;background:{{= it.accent }};" valign="middle"
>
<a
href="{{= it.action.address }}" style="display:inline-block;background:{{= it.accent }};color:#ffffff;font-family:system-ui, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif;font-size:16px;font-weight:600;line-height:120%;margin:0;text-decoration:none;text-transform:none;padding:13px 24px;mso-padding-alt:0px;border-radius:7px;" target="_blank"
>
{{= it.action.label }}
</a>
</td>
</tr>
</tbody>
</table>
</td>
</tr>
{{ } for (const note of it.notes) { }}
<tr>
<td
align="left" class="words quiet" style="font-size:0px;padding:0 32px 12px;word-break:break-word;"
>
<div
style="font-family:system-ui, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif;font-size:14px;line-height:1.55;text-align:left;color:#63656f;"
>{{= note }}</div>
</td>
</tr>
{{ } if (it.byHand) { }}
<tr>
<td
align="center" class="line" style="font-size:0px;padding:8px 32px 16px;word-break:break-word;"
>
<p
style="border-top:solid 1px #e7e7ea;font-size:1px;margin:0px auto;width:100%;"
>
</p>
<!--[if mso | IE]><table align="center" border="0" cellpadding="0" cellspacing="0" style="border-top:solid 1px #e7e7ea;font-size:1px;margin:0px auto;width:536px;" role="presentation" width="536px" ><tr><td style="height:0;line-height:0;"> &nbsp;
</td></tr></table><![endif]-->
</td>
</tr>
<tr>
<td
align="left" class="words quiet" style="font-size:0px;padding:0 32px 6px;word-break:break-word;"
>
<div
style="font-family:system-ui, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif;font-size:14px;line-height:1.55;text-align:left;color:#63656f;"
>{{= it.byHand }}</div>
</td>
</tr>
<tr>
<td
align="left" class="words" style="font-size:0px;padding:0 32px 12px;word-break:break-word;"
>
<div
style="font-family:system-ui, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif;font-size:14px;line-height:1.55;text-align:left;color:#1b1c21;"
><span class="address" style="color:{{= it.accent }};word-break:break-all">{{= it.action.address }}</span></div>
</td>
</tr>
{{ } }}
</tbody>
</table>
</div>
<!--[if mso | IE]></td></tr></table><![endif]-->
</td>
</tr>
</tbody>
</table>
</div>
<!--[if mso | IE]></td></tr></table><table align="center" border="0" cellpadding="0" cellspacing="0" class="" role="presentation" style="width:600px;" width="600" ><tr><td style="line-height:0px;font-size:0px;mso-line-height-rule:exactly;"><![endif]-->
<div  style="margin:0px auto;max-width:600px;">
<table
align="center" border="0" cellpadding="0" cellspacing="0" role="presentation" style="width:100%;"
>
<tbody>
<tr>
<td
style="direction:ltr;font-size:0px;padding:16px 0 32px;text-align:center;"
>
<!--[if mso | IE]><table role="presentation" border="0" cellpadding="0" cellspacing="0"><tr><td class="" style="vertical-align:top;width:600px;" ><![endif]-->
<div
class="mj-column-per-100 mj-outlook-group-fix" style="font-size:0px;text-align:left;direction:ltr;display:inline-block;vertical-align:top;width:100%;"
>
<table
border="0" cellpadding="0" cellspacing="0" role="presentation" style="vertical-align:top;" width="100%"
>
<tbody>
<tr>
<td
align="left" class="words quiet" style="font-size:0px;padding:0 32px;word-break:break-word;"
>
<div
style="font-family:system-ui, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif;font-size:13px;line-height:1.55;text-align:left;color:#63656f;"
>{{= it.footer }}</div>
</td>
</tr>
</tbody>
</table>
</div>
<!--[if mso | IE]></td></tr></table><![endif]-->
</td>
</tr>
</tbody>
</table>
</div>
<!--[if mso | IE]></td></tr></table><![endif]-->
</div>
</body>
</html>
`;
