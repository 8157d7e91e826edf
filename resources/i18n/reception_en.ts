<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="vi_VN">
<context>
    <name>AccountForm</name>
    <message>
        <source>Tài khoản đang &amp;mở</source>
        <translation>Account is &amp;open</translation>
    </message>
    <message>
        <source>&amp;Họ tên</source>
        <translation>&amp;Full name</translation>
    </message>
    <message>
        <source>Tên đăng nhậ&amp;p</source>
        <translation>&amp;Login name</translation>
    </message>
    <message>
        <source>&amp;Vai trò</source>
        <translation>&amp;Role</translation>
    </message>
    <message>
        <source>Mã P&amp;IN</source>
        <translation>P&amp;IN</translation>
    </message>
    <message>
        <source>để trống nếu không đổi</source>
        <translation>leave empty to keep it</translation>
    </message>
    <message>
        <source>ít nhất 4 ký tự</source>
        <translation>at least 4 characters</translation>
    </message>
</context>
<context>
    <name>AccountStep</name>
    <message>
        <source>Tài khoản đầu tiên</source>
        <translation>The first account</translation>
    </message>
    <message>
        <source>Người này quản trị cơ quan và thêm được người khác trong Thiết lập.</source>
        <translation>This person administers the office and can add others under Settings.</translation>
    </message>
    <message>
        <source>Ví dụ: Lò Thị Hoa</source>
        <translation>For example: Lò Thị Hoa</translation>
    </message>
    <message>
        <source>&amp;Họ tên</source>
        <translation>&amp;Full name</translation>
    </message>
    <message>
        <source>Tên đăng &amp;nhập</source>
        <translation>&amp;Login name</translation>
    </message>
    <message>
        <source>Mã &amp;PIN hoặc mật khẩu, ít nhất 4 ký tự</source>
        <translation>&amp;PIN or password, at least 4 characters</translation>
    </message>
    <message>
        <source>Nhập &amp;lại mã PIN</source>
        <translation>&amp;Repeat the PIN</translation>
    </message>
    <message>
        <source>Hai lần nhập mã PIN không giống nhau; hãy nhập lại.</source>
        <translation>The two PINs are not the same; type them again.</translation>
    </message>
</context>
<context>
    <name>BackupSection</name>
    <message>
        <source>Sao lưu</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>Chép cả sổ hồ sơ ra một tệp, nên để ở USB hoặc ổ khác, rồi kiểm tra bản chép. Vẫn tiếp nhận được trong lúc sao lưu.</source>
        <translation>Copies the whole register into one file, best kept on a USB stick or another drive, and then checks the copy. You can go on receiving meanwhile.</translation>
    </message>
    <message>
        <source>&amp;Sao lưu bây giờ…</source>
        <translation>&amp;Back up now…</translation>
    </message>
    <message>
        <source>Đang sao lưu và kiểm tra bản chép…</source>
        <translation>Backing up and checking the copy…</translation>
    </message>
    <message>
        <source>Sao lưu vào tệp</source>
        <translation>Back up to file</translation>
    </message>
    <message>
        <source>Sổ hồ sơ (*.db)</source>
        <translation>Register (*.db)</translation>
    </message>
    <message>
        <source>Đã sao lưu lúc {time} vào {file}: {events} sự kiện, bản chép nguyên vẹn.</source>
        <translation>Backed up at {time} to {file}: {events} events, the copy is intact.</translation>
    </message>
</context>
<context>
    <name>BasisDialog</name>
    <message>
        <source>Vì sao hẹn trả ngày này</source>
        <translation>Why this due date</translation>
    </message>
    <message>
        <source>Hẹn trả</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Tính từ</source>
        <translation>Counted from</translation>
    </message>
    <message>
        <source>Lịch nghỉ hoặc quy định đã đổi sau ngày nhận; ngày hẹn đã ghi trên giấy vẫn giữ nguyên, theo các căn cứ sau:</source>
        <translation>The days off or the rules have changed since receipt; the due date on the paper stands, on this basis:</translation>
    </message>
    <message>
        <source>Đóng (Esc)</source>
        <translation>Close (Esc)</translation>
    </message>
</context>
<context>
    <name>BeginStep</name>
    <message>
        <source>Chào mừng</source>
        <translation>Welcome</translation>
    </message>
    <message>
        <source>Máy này chưa có sổ hồ sơ. Mất khoảng hai phút để bắt đầu.</source>
        <translation>This machine has no register yet. Starting takes about two minutes.</translation>
    </message>
    <message>
        <source>&amp;Lập sổ hồ sơ cho cơ quan tôi</source>
        <translation>&amp;Create the register of my office</translation>
    </message>
    <message>
        <source>&amp;Dùng thử với dữ liệu bịa</source>
        <translation>&amp;Try it with invented data</translation>
    </message>
    <message>
        <source>Khai tên cơ quan, giờ làm việc, tài khoản và máy in, rồi làm việc ngay.</source>
        <translation>Give the office’s name, working hours, an account and the printer, and start work.</translation>
    </message>
    <message>
        <source>Xem chương trình với khoảng 400 hồ sơ bịa; đóng lại thì mọi thứ bị xoá.</source>
        <translation>See the program with some 400 invented dossiers; closing it deletes everything.</translation>
    </message>
</context>
<context>
    <name>BirthField</name>
    <message>
        <source>ngày/tháng/năm, hoặc chỉ năm</source>
        <translation>day/month/year, or the year alone</translation>
    </message>
</context>
<context>
    <name>CataloguePage</name>
    <message>
        <source>Tìm thủ tục: vài chữ, chữ đầu, hoặc mã</source>
        <translation>Procedure: words, initials or code</translation>
    </message>
    <message>
        <source>Tìm thủ tục</source>
        <translation>Find a procedure</translation>
    </message>
    <message>
        <source>Lĩnh vực</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>Mọi lĩnh vực</source>
        <translation>All fields</translation>
    </message>
    <message>
        <source>Đang đọc tệp…</source>
        <translation>Reading the file…</translation>
    </message>
    <message>
        <source>Đã xuất {count} phiên bản thủ tục ra {name}.</source>
        <translation>Exported {count} procedure versions to {name}.</translation>
    </message>
    <message>
        <source>Thêm thủ tục</source>
        <translation>Add procedure</translation>
    </message>
    <message>
        <source>Nhập từ tệp…</source>
        <translation>Import from file…</translation>
    </message>
    <message>
        <source>Xuất ra tệp…</source>
        <translation>Export to file…</translation>
    </message>
    <message>
        <source>Chỉ lãnh đạo và quản trị được sửa danh mục.</source>
        <translation>Only leaders and administrators may edit the catalogue.</translation>
    </message>
    <message>
        <source>Danh mục thủ tục</source>
        <translation>Catalogue of procedures</translation>
    </message>
    <message>
        <source>{count} thủ tục</source>
        <translation>Procedures: {count}</translation>
    </message>
    <message>
        <source>Nhập danh mục từ tệp</source>
        <translation>Import a catalogue from file</translation>
    </message>
    <message>
        <source>Bảng tính (*.csv *.xlsx)</source>
        <translation>Spreadsheets (*.csv *.xlsx)</translation>
    </message>
    <message>
        <source>Xuất danh mục ra tệp</source>
        <translation>Export the catalogue to file</translation>
    </message>
</context>
<context>
    <name>ChoiceField</name>
    <message>
        <source>Hãy chọn một dòng trong danh sách (phím F4 mở danh sách).</source>
        <translation>Choose a line of the list (F4 opens it).</translation>
    </message>
</context>
<context>
    <name>CodeField</name>
    <message>
        <source>Sửa chữ do bộ gõ tiếng Việt</source>
        <translation>Undo the Vietnamese typing tool</translation>
    </message>
    <message>
        <source>Có thể đang bật gõ tiếng Việt. Sửa thành “{fix}”? (phím F4)</source>
        <translation>Vietnamese typing may be on. Change to “{fix}”? (F4)</translation>
    </message>
    <message>
        <source>Sửa thành “{fix}”</source>
        <translation>Change to “{fix}”</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>ngày/tháng/năm</source>
        <translation>day/month/year</translation>
    </message>
</context>
<context>
    <name>DaysModel</name>
    <message>
        <source>Ngày</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Có tính?</source>
        <translation>Counted?</translation>
    </message>
    <message>
        <source>Vì sao</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Căn cứ</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>+  tính</source>
        <translation>+  counted</translation>
    </message>
    <message>
        <source>–  không tính</source>
        <translation>–  not counted</translation>
    </message>
</context>
<context>
    <name>DossierListModel</name>
    <message>
        <source>Mã hồ sơ</source>
        <translation>Dossier code</translation>
    </message>
    <message>
        <source>Người nộp</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>Thủ tục</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <source>Nhận lúc</source>
        <translation>Received at</translation>
    </message>
    <message>
        <source>Hẹn trả</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Số định danh</source>
        <translation>Identity number</translation>
    </message>
    <message>
        <source>Điện thoại</source>
        <translation>Phone</translation>
    </message>
</context>
<context>
    <name>DossierListPage</name>
    <message>
        <source>Hồ sơ</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>Không có hồ sơ nào. Bấm “Bỏ lọc” để xem tất cả, hoặc F2 để tiếp nhận hồ sơ.</source>
        <translation>No dossiers. Press “Clear filters” to see all, or F2 to receive a dossier.</translation>
    </message>
    <message>
        <source>Chỉ chép được nhiều nhất {most} dòng một lần; hãy chọn ít hơn.</source>
        <translation>At most {most} lines can be copied at once; select fewer.</translation>
    </message>
    <message>
        <source>Danh sách hồ sơ</source>
        <translation>List of dossiers</translation>
    </message>
    <message>
        <source>0 hồ sơ</source>
        <translation>0 dossiers</translation>
    </message>
    <message>
        <source>hơn {count}</source>
        <translation>over {count}</translation>
    </message>
    <message>
        <source>{first}–{last} trong {total} hồ sơ</source>
        <translation>{first}–{last} of {total} dossiers</translation>
    </message>
    <message>
        <source>Đã chép {count} dòng.</source>
        <translation>Lines copied: {count}.</translation>
    </message>
</context>
<context>
    <name>DossierPage</name>
    <message>
        <source>Quay lại (Esc)</source>
        <translation>Back (Esc)</translation>
    </message>
    <message>
        <source>In giấy (Ctrl+P)</source>
        <translation>Print paper (Ctrl+P)</translation>
    </message>
    <message>
        <source>Xem trước</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>Giải thích hạn (F4)</source>
        <translation>Explain due date (F4)</translation>
    </message>
    <message>
        <source>Người này – thủ tục khác (F8)</source>
        <translation>Same person, next procedure (F8)</translation>
    </message>
    <message>
        <source>hẹn trả {moment}</source>
        <translation>due {moment}</translation>
    </message>
</context>
<context>
    <name>DraftsList</name>
    <message>
        <source>Nháp</source>
        <translation>Drafts</translation>
    </message>
    <message>
        <source>Gõ tiếp</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Bỏ nháp</source>
        <translation>Discard draft</translation>
    </message>
    <message>
        <source>Chưa có tên</source>
        <translation>No name yet</translation>
    </message>
</context>
<context>
    <name>DuePanel</name>
    <message>
        <source>&amp;Vì sao? (F4)</source>
        <translation>&amp;Why? (F4)</translation>
    </message>
    <message>
        <source>Từ &amp;chối tiếp nhận…</source>
        <translation>Re&amp;fuse the dossier…</translation>
    </message>
    <message>
        <source>Hẹn trả: chưa có</source>
        <translation>Due: not known yet</translation>
    </message>
    <message>
        <source>Chọn thủ tục để biết ngày hẹn trả.</source>
        <translation>Choose a procedure to see the due date.</translation>
    </message>
    <message>
        <source>Không có thời hạn</source>
        <translation>No time limit</translation>
    </message>
    <message>
        <source>Hẹn trả: {due}</source>
        <translation>Due: {due}</translation>
    </message>
    <message>
        <source>Giấy tờ: {kinds} loại, {originals} bản chính, {copies} bản sao</source>
        <translation>Papers: {kinds}; originals: {originals}, copies: {copies}</translation>
    </message>
    <message>
        <source>Thiếu: {names}</source>
        <translation>Missing: {names}</translation>
    </message>
    <message>
        <source>Hướng dẫn bổ sung… (Ctrl+Enter)</source>
        <translation>Supplement slip… (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Tiếp nhận và &amp;in (Ctrl+Enter)</source>
        <translation>Receive and prin&amp;t (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Phí, lệ phí: {words}</source>
        <translation>Fees: {words}</translation>
    </message>
    <message>
        <source>Bước {number}: {office}, {limit}, xong trước {due}</source>
        <translation>Stage {number}: {office}, {limit}, done by {due}</translation>
    </message>
    <message>
        <source>{words} (phần của xã)</source>
        <translation>{words} (the commune’s part)</translation>
    </message>
</context>
<context>
    <name>DueWatch</name>
    <message>
        <source>Chưa có ngày hẹn trả để giải thích; hãy chọn thủ tục có thời hạn.</source>
        <translation>There is no due date to explain yet; choose a procedure with a time limit.</translation>
    </message>
    <message>
        <source>{dong} đồng</source>
        <translation>{dong} VND</translation>
    </message>
    <message>
        <source>Người này đang có hồ sơ cùng thủ tục: {code}, nhận {moment}.</source>
        <translation>This person has an open dossier of the same procedure: {code}, received {moment}.</translation>
    </message>
</context>
<context>
    <name>ExplanationDialog</name>
    <message>
        <source>Vì sao hẹn trả ngày này: {name}</source>
        <translation>Why this due date: {name}</translation>
    </message>
    <message>
        <source>Hẹn trả: {due}</source>
        <translation>Due: {due}</translation>
    </message>
    <message>
        <source>Từn&amp;g ngày</source>
        <translation>Day by d&amp;ay</translation>
    </message>
    <message>
        <source>Nếu vậy: {due}, {moved}</source>
        <translation>Then: {due}, {moved}</translation>
    </message>
    <message>
        <source>Từn&amp;g ngày, theo giả định</source>
        <translation>Day by d&amp;ay, as assumed</translation>
    </message>
    <message>
        <source>muộn hơn {days} ngày</source>
        <translation>later by {days} day(s)</translation>
    </message>
    <message>
        <source>sớm hơn {days} ngày</source>
        <translation>earlier by {days} day(s)</translation>
    </message>
    <message>
        <source>không đổi</source>
        <translation>no change</translation>
    </message>
    <message>
        <source>cùng ngày, khác giờ</source>
        <translation>same day, another hour</translation>
    </message>
    <message>
        <source>Quy tắc đã áp dụng</source>
        <translation>Rules applied</translation>
    </message>
    <message>
        <source>Văn bản đang có hiệu lực ngày này</source>
        <translation>Legal texts in force on this day</translation>
    </message>
    <message>
        <source>&amp;Quy tắc và văn bản</source>
        <translation>&amp;Rules and legal texts</translation>
    </message>
    <message>
        <source>Đóng (Esc)</source>
        <translation>Close (Esc)</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>Nhận hôm nay</source>
        <translation>Received today</translation>
    </message>
    <message>
        <source>Đến hạn hôm nay</source>
        <translation>Due today</translation>
    </message>
    <message>
        <source>Sắp đến hạn</source>
        <translation>Due soon</translation>
    </message>
    <message>
        <source>Quá hạn</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Chờ trả kết quả</source>
        <translation>Awaiting handover</translation>
    </message>
</context>
<context>
    <name>FirstAccountPage</name>
    <message>
        <source>&amp;Vào làm việc</source>
        <translation>&amp;Start work</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Đang lập sổ hồ sơ và nạp danh mục thủ tục…</source>
        <translation>Creating the register and loading the catalogue…</translation>
    </message>
</context>
<context>
    <name>FormField</name>
    <message>
        <source>{label} (bắt buộc)</source>
        <translation>{label} (required)</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Tiếp nhận hồ sơ  (F2)</source>
        <translation>Receive a dossier  (F2)</translation>
    </message>
    <message>
        <source>Vai trò của bạn không tiếp nhận hồ sơ.</source>
        <translation>Your role does not receive dossiers.</translation>
    </message>
    <message>
        <source>Không có hồ sơ nào quá hạn hay sắp đến hạn.</source>
        <translation>No dossier is overdue or due soon.</translation>
    </message>
    <message>
        <source>Bỏ nháp “{title}”? Những gì đã gõ sẽ mất.</source>
        <translation>Discard the draft “{title}”? What was typed will be lost.</translation>
    </message>
    <message>
        <source>Bỏ nháp</source>
        <translation>Discard draft</translation>
    </message>
    <message>
        <source>Cần làm trước</source>
        <translation>To do first</translation>
    </message>
</context>
<context>
    <name>HourField</name>
    <message>
        <source>giờ:phút</source>
        <translation>hour:minute</translation>
    </message>
    <message>
        <source>Chưa hiểu giờ “{text}”; hãy gõ như 14:05.</source>
        <translation>Cannot read the time “{text}”; type it like 14:05.</translation>
    </message>
</context>
<context>
    <name>HoursForm</name>
    <message>
        <source>Sáng từ</source>
        <translation>Morning from</translation>
    </message>
    <message>
        <source>Sáng đến</source>
        <translation>Morning until</translation>
    </message>
    <message>
        <source>Chiều từ</source>
        <translation>Afternoon from</translation>
    </message>
    <message>
        <source>Chiều đến</source>
        <translation>Afternoon until</translation>
    </message>
    <message>
        <source>Thứ Bảy từ</source>
        <translation>Saturday from</translation>
    </message>
    <message>
        <source>Thứ Bảy đến</source>
        <translation>Saturday until</translation>
    </message>
    <message>
        <source>Có &amp;tiếp nhận sáng thứ Bảy</source>
        <translation>&amp;Receive on Saturday mornings</translation>
    </message>
</context>
<context>
    <name>HoursSection</name>
    <message>
        <source>Giờ làm việc</source>
        <translation>Working hours</translation>
    </message>
    <message>
        <source>Hạn trả đã hẹn không đổi; hồ sơ nhận từ nay tính theo giờ mới.</source>
        <translation>Due dates already promised stay; dossiers received from now on follow the new hours.</translation>
    </message>
    <message>
        <source>Áp dụng từ &amp;ngày</source>
        <translation>In force &amp;from</translation>
    </message>
    <message>
        <source>&amp;Lưu</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>Chưa có ngày áp dụng; hãy ghi ngày/tháng/năm.</source>
        <translation>Say from which day it is in force: day/month/year.</translation>
    </message>
    <message>
        <source>Đã lưu giờ làm việc.</source>
        <translation>Working hours saved.</translation>
    </message>
</context>
<context>
    <name>HoursStep</name>
    <message>
        <source>Giờ làm việc</source>
        <translation>Working hours</translation>
    </message>
    <message>
        <source>Giờ làm việc quyết định giờ hẹn trả. Sau này đổi được trong Thiết lập.</source>
        <translation>Working hours decide when a result is due. They can be changed later under Settings.</translation>
    </message>
</context>
<context>
    <name>Identification</name>
    <message>
        <source>Thẻ vừa quét khác với thông tin đã nhập</source>
        <translation>The scanned card differs from what was typed</translation>
    </message>
    <message>
        <source>Trên thẻ</source>
        <translation>On the card</translation>
    </message>
    <message>
        <source>Lấy theo thẻ (Enter)</source>
        <translation>Take the card’s (Enter)</translation>
    </message>
    <message>
        <source>Giữ như đã nhập (Esc)</source>
        <translation>Keep what was typed (Esc)</translation>
    </message>
    <message>
        <source>Số điện thoại lấy từ hồ sơ trước; hãy hỏi lại người dân.</source>
        <translation>The phone number is from an earlier dossier; ask the citizen again.</translation>
    </message>
    <message>
        <source>Người này đã nộp hồ sơ ngày {day}. Lấy lại thông tin?</source>
        <translation>This person submitted a dossier on {day}. Use those details again?</translation>
    </message>
    <message>
        <source>Theo hồ sơ trước</source>
        <translation>Earlier dossier</translation>
    </message>
    <message>
        <source>&amp;Lấy lại (Enter)</source>
        <translation>&amp;Use them (Enter)</translation>
    </message>
    <message>
        <source>Tự nhập (Esc)</source>
        <translation>Type them myself (Esc)</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Nhập danh mục</source>
        <translation>Import catalogue</translation>
    </message>
    <message>
        <source>{new} thủ tục mới, {changed} thay đổi, {same} không đổi, {faults} lỗi.</source>
        <translation>Procedures: {new} new, {changed} changed, {same} unchanged; faults: {faults}.</translation>
    </message>
    <message>
        <source>Tệp còn lỗi nên chưa nhập được; hãy sửa các dòng bị lỗi rồi nhập lại.</source>
        <translation>The file has faults and cannot be imported; correct the faulty lines and import it again.</translation>
    </message>
    <message>
        <source>Nhập vào danh mục</source>
        <translation>Import into the catalogue</translation>
    </message>
    <message>
        <source>Đang nhập danh mục…</source>
        <translation>Importing the catalogue…</translation>
    </message>
    <message>
        <source>Đã nhập {count} thủ tục vào danh mục.</source>
        <translation>Procedures imported into the catalogue: {count}.</translation>
    </message>
    <message>
        <source>Lỗi</source>
        <translation>Fault</translation>
    </message>
    <message>
        <source>Cần xem</source>
        <translation>To check</translation>
    </message>
    <message>
        <source>Mới</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Thay đổi</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>Đóng (Esc)</source>
        <translation>Close (Esc)</translation>
    </message>
</context>
<context>
    <name>IntakeForm</name>
    <message>
        <source>Bớt thông tin &amp;khác</source>
        <translation>Fewer &amp;details</translation>
    </message>
    <message>
        <source>Thêm thông tin &amp;khác…</source>
        <translation>More &amp;details…</translation>
    </message>
    <message>
        <source>F2 hồ sơ mới · F8 cùng người, thủ tục khác · F9 in lại · tự lưu nháp khi gõ</source>
        <translation>F2 new dossier · F8 same person, next procedure · F9 reprint · saved as a draft while you type</translation>
    </message>
    <message>
        <source>Tiếp nhận hồ sơ</source>
        <translation>Receive a dossier</translation>
    </message>
    <message>
        <source>Số định &amp;danh</source>
        <translation>&amp;Identity number</translation>
    </message>
    <message>
        <source>&amp;Họ và tên</source>
        <translation>Full &amp;name</translation>
    </message>
    <message>
        <source>Điện th&amp;oại</source>
        <translation>Ph&amp;one</translation>
    </message>
    <message>
        <source>&amp;Thủ tục</source>
        <translation>&amp;Procedure</translation>
    </message>
</context>
<context>
    <name>IntakePage</name>
    <message>
        <source>Chưa có người nào để làm tiếp; hãy quét thẻ hoặc nhập số định danh.</source>
        <translation>There is nobody to go on with yet; scan a card or type an identity number.</translation>
    </message>
    <message>
        <source>Chưa in phiếu nào từ lúc mở máy; hãy mở hồ sơ cần in lại.</source>
        <translation>Nothing has been printed since the program was opened; open the dossier to reprint.</translation>
    </message>
    <message>
        <source>Đã giữ hồ sơ đang nhập dở trong Nháp.</source>
        <translation>The unfinished dossier was kept under Drafts.</translation>
    </message>
    <message>
        <source>Đã lập phiếu {number} cho {name}.</source>
        <translation>Slip {number} issued for {name}.</translation>
    </message>
    <message>
        <source>hẹn trả {moment}</source>
        <translation>due {moment}</translation>
    </message>
    <message>
        <source>không có thời hạn</source>
        <translation>no time limit</translation>
    </message>
    <message>
        <source>Đã tiếp nhận {code}, {due}.</source>
        <translation>Received {code}, {due}.</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Bảng phím này</source>
        <translation>This sheet of keys</translation>
    </message>
    <message>
        <source>Tiếp nhận hồ sơ mới</source>
        <translation>Receive a new dossier</translation>
    </message>
    <message>
        <source>Tìm hồ sơ</source>
        <translation>Find a dossier</translation>
    </message>
    <message>
        <source>Làm mới màn hình</source>
        <translation>Refresh the screen</translation>
    </message>
    <message>
        <source>Sang vùng khác của cửa sổ</source>
        <translation>To another area of the window</translation>
    </message>
    <message>
        <source>Hôm nay</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Danh sách hồ sơ</source>
        <translation>List of dossiers</translation>
    </message>
    <message>
        <source>Danh mục thủ tục</source>
        <translation>Catalogue of procedures</translation>
    </message>
    <message>
        <source>Thiết lập</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Chữ to hơn</source>
        <translation>Larger text</translation>
    </message>
    <message>
        <source>Chữ nhỏ hơn</source>
        <translation>Smaller text</translation>
    </message>
    <message>
        <source>Cỡ chữ thường</source>
        <translation>Usual text size</translation>
    </message>
    <message>
        <source>Khoá màn hình, đổi người</source>
        <translation>Lock the screen, change person</translation>
    </message>
    <message>
        <source>Đóng, về màn hình trước; nháp vẫn giữ</source>
        <translation>Close, back to the previous screen; the draft is kept</translation>
    </message>
    <message>
        <source>Sang ô kế tiếp, mở dòng đang chọn</source>
        <translation>To the next field, open the chosen line</translation>
    </message>
    <message>
        <source>Vì sao hẹn ngày ấy; trong ô: mở danh sách</source>
        <translation>Why this due date; in a field: open its list</translation>
    </message>
    <message>
        <source>Vẫn người ấy, thủ tục kế tiếp</source>
        <translation>Same person, next procedure</translation>
    </message>
    <message>
        <source>In lại giấy hẹn gần nhất</source>
        <translation>Reprint the last receipt</translation>
    </message>
    <message>
        <source>Tiếp nhận, in và sẵn sàng cho người kế tiếp</source>
        <translation>Receive, print, and be ready for the next person</translation>
    </message>
    <message>
        <source>In giấy của hồ sơ đang mở</source>
        <translation>Print the paper of the open dossier</translation>
    </message>
    <message>
        <source>Chép các dòng đang chọn</source>
        <translation>Copy the selected lines</translation>
    </message>
    <message>
        <source>Phím số</source>
        <translation>Digits</translation>
    </message>
    <message>
        <source>Số bản chính; sau phím → là số bản sao</source>
        <translation>Number of originals; after → number of copies</translation>
    </message>
    <message>
        <source>Dấu cách</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Đánh dấu thiếu, đủ hoặc không nộp</source>
        <translation>Mark as missing, there or left out</translation>
    </message>
    <message>
        <source>Thêm giấy tờ ngoài danh mục</source>
        <translation>Add a paper outside the catalogue</translation>
    </message>
    <message>
        <source>Bỏ dòng đang chọn</source>
        <translation>Remove the chosen line</translation>
    </message>
    <message>
        <source>Các phím</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Ở mọi màn hình</source>
        <translation>On every screen</translation>
    </message>
    <message>
        <source>Khi tiếp nhận và xem hồ sơ</source>
        <translation>When receiving and reading dossiers</translation>
    </message>
    <message>
        <source>Trong bảng giấy tờ của hồ sơ</source>
        <translation>In the table of a dossier’s papers</translation>
    </message>
    <message>
        <source>Quét thẻ căn cước ở bất kỳ đâu: mở hồ sơ mới cho người đó. Quét mã trên giấy hẹn: mở hồ sơ ấy.</source>
        <translation>Scan an identity card anywhere: a new dossier opens for that person. Scan the code on a receipt: its dossier opens.</translation>
    </message>
    <message>
        <source>Đó&amp;ng</source>
        <translation>&amp;Close</translation>
    </message>
    <message>
        <source> hoặc </source>
        <translation> or </translation>
    </message>
</context>
<context>
    <name>ListFilters</name>
    <message>
        <source>Danh sách</source>
        <translation>List</translation>
    </message>
    <message>
        <source>Mọi thủ tục</source>
        <translation>All procedures</translation>
    </message>
    <message>
        <source>Thủ tục</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <source>Lĩnh vực</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>Nhận từ ngày</source>
        <translation>Received from</translation>
    </message>
    <message>
        <source>Nhận đến ngày</source>
        <translation>Received until</translation>
    </message>
    <message>
        <source>Thứ tự</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>Mới nhận trước</source>
        <translation>Newest first</translation>
    </message>
    <message>
        <source>Đến hạn trước</source>
        <translation>Due first</translation>
    </message>
    <message>
        <source>Theo tên người nộp</source>
        <translation>By applicant’s name</translation>
    </message>
    <message>
        <source>Bỏ lọc</source>
        <translation>Clear filters</translation>
    </message>
    <message>
        <source>Từ</source>
        <translation>From</translation>
    </message>
    <message>
        <source>đến</source>
        <translation>until</translation>
    </message>
    <message>
        <source>Mọi lĩnh vực</source>
        <translation>All fields</translation>
    </message>
</context>
<context>
    <name>LookSection</name>
    <message>
        <source>Giao diện</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>Chỉ cho máy này; đổi là thấy ngay.</source>
        <translation>For this machine only; changes show at once.</translation>
    </message>
    <message>
        <source>Sáng</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Tối</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Tương phản cao</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>&amp;Màu</source>
        <translation>&amp;Colours</translation>
    </message>
    <message>
        <source>&amp;Cỡ chữ</source>
        <translation>&amp;Text size</translation>
    </message>
    <message>
        <source>&amp;Ngôn ngữ</source>
        <translation>&amp;Language</translation>
    </message>
    <message>
        <source>Ngôn ngữ mới dùng từ lần mở chương trình sau.</source>
        <translation>The new language is used from the next start of the program.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Một cửa</source>
        <translation>One-stop shop</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Hoàn tác</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Chưa làm được</source>
        <translation>Not possible yet</translation>
    </message>
    <message>
        <source>Máy hoặc mạng có trục trặc</source>
        <translation>The machine or the network has a problem</translation>
    </message>
    <message>
        <source>Đã hiểu</source>
        <translation>Understood</translation>
    </message>
    <message>
        <source>Xác nhận</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Go back</translation>
    </message>
    <message>
        <source>Chương trình gặp lỗi</source>
        <translation>The program met an error</translation>
    </message>
    <message>
        <source>Chương trình gặp lỗi ngoài dự kiến. Những gì đã ghi vẫn an toàn. Hãy chép báo lỗi và gửi cho người phụ trách máy; trước khi gửi, xem lại để không lộ thông tin của người dân.</source>
        <translation>The program met an unexpected error. What has been recorded is safe. Copy the error report and send it to the person in charge of the machine; read it first, so that it discloses no citizen’s data.</translation>
    </message>
    <message>
        <source>&amp;Chép báo lỗi</source>
        <translation>&amp;Copy the error report</translation>
    </message>
    <message>
        <source>Làm việc tiếp</source>
        <translation>Go on working</translation>
    </message>
</context>
<context>
    <name>MomentField</name>
    <message>
        <source>Giờ</source>
        <translation>Time</translation>
    </message>
</context>
<context>
    <name>Offer</name>
    <message>
        <source>Đã nhập</source>
        <translation>Typed</translation>
    </message>
</context>
<context>
    <name>OfficeSection</name>
    <message>
        <source>Cơ quan</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>Giấy tờ in từ nay sẽ ghi như dưới đây.</source>
        <translation>Papers printed from now on say what stands below.</translation>
    </message>
    <message>
        <source>Dòng đầu giấy tờ</source>
        <translation>First line of papers</translation>
    </message>
    <message>
        <source>Dòng thứ hai</source>
        <translation>Second line</translation>
    </message>
    <message>
        <source>Tên đầy đủ</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>Mã định danh điện tử</source>
        <translation>Agency code</translation>
    </message>
    <message>
        <source>Địa danh ghi trước ngày</source>
        <translation>Place written before the date</translation>
    </message>
    <message>
        <source>Địa chỉ</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Điện thoại</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Thư điện tử</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Tên gọi máy chủ cấp trên</source>
        <translation>What the server above is called</translation>
    </message>
    <message>
        <source>&amp;Lưu</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>Ô này không được để trống; hãy ghi như trên giấy tờ của cơ quan.</source>
        <translation>This cannot be left empty; write it as on the office’s papers.</translation>
    </message>
    <message>
        <source>Đã lưu tên cơ quan.</source>
        <translation>The office’s details are saved.</translation>
    </message>
</context>
<context>
    <name>OfficeStep</name>
    <message>
        <source>Cơ quan của bạn</source>
        <translation>Your office</translation>
    </message>
    <message>
        <source>Tên và mã này có trên mọi giấy tờ và trong mã hồ sơ.</source>
        <translation>This name and code stand on every paper and in the dossier codes.</translation>
    </message>
    <message>
        <source>Ví dụ: Xã Mường Lay, Phường Ba Đình</source>
        <translation>For example: Xã Mường Lay, Phường Ba Đình</translation>
    </message>
    <message>
        <source>Ví dụ: H40.16 hoặc 000.00.16.H40</source>
        <translation>For example: H40.16 or 000.00.16.H40</translation>
    </message>
    <message>
        <source>&amp;Tên xã, phường, đặc khu</source>
        <translation>Name of the &amp;commune, ward or special zone</translation>
    </message>
    <message>
        <source>&amp;Mã định danh điện tử</source>
        <translation>&amp;Agency code</translation>
    </message>
    <message>
        <source>Hãy nhập mã định danh; mã có trong quyết định ban hành mã của tỉnh.</source>
        <translation>Enter the agency code; it stands in the province’s decision on codes.</translation>
    </message>
    <message>
        <source>Giấy tờ sẽ ghi:  {body}  ·  {unit}
Mã hồ sơ sẽ bắt đầu bằng:  {code}</source>
        <translation>Papers will say:  {body}  ·  {unit}
Dossier codes will begin with:  {code}</translation>
    </message>
</context>
<context>
    <name>OtherFields</name>
    <message>
        <source>Hồ sơ không phụ thuộc địa giới hành chính</source>
        <translation>Non-territorial dossier: for another commune’s authority</translation>
    </message>
    <message>
        <source>Tại quầy một cửa</source>
        <translation>At the one-stop counter</translation>
    </message>
    <message>
        <source>Qua bưu chính</source>
        <translation>By post</translation>
    </message>
    <message>
        <source>Trực tuyến</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Thêm về chủ hồ sơ</source>
        <translation>More about the owner</translation>
    </message>
    <message>
        <source>Người được ủy quyền nộp thay</source>
        <translation>Authorised person who submits for the owner</translation>
    </message>
    <message>
        <source>Số định danh</source>
        <translation>Identity number</translation>
    </message>
    <message>
        <source>Họ và tên</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>Điện thoại</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Giấy ủy quyền (số, ngày, nơi lập)</source>
        <translation>Authorisation (number, date, place)</translation>
    </message>
    <message>
        <source>Cách nộp và nơi giải quyết</source>
        <translation>How it was submitted, and who decides</translation>
    </message>
    <message>
        <source>Cách nộp</source>
        <translation>Submitted</translation>
    </message>
    <message>
        <source>Cơ quan có thẩm quyền</source>
        <translation>Competent authority</translation>
    </message>
    <message>
        <source>Cơ quan ấy nhận được lúc</source>
        <translation>That authority received it at</translation>
    </message>
    <message>
        <source>Kết quả, phí và ghi chú</source>
        <translation>Result, fees and notes</translation>
    </message>
    <message>
        <source>Nhận kết quả</source>
        <translation>Return of the result</translation>
    </message>
    <message>
        <source>Nơi nhận, địa chỉ trả</source>
        <translation>Where to, delivery address</translation>
    </message>
    <message>
        <source>Số bộ hồ sơ</source>
        <translation>Sets of the dossier</translation>
    </message>
    <message>
        <source>Phí, lệ phí đã thu (đồng)</source>
        <translation>Fees collected (VND)</translation>
    </message>
    <message>
        <source>Nội dung yêu cầu giải quyết</source>
        <translation>What is asked for</translation>
    </message>
    <message>
        <source>Ghi chú</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Nhập sau từ phiếu viết tay</source>
        <translation>Entered later from a handwritten slip</translation>
    </message>
    <message>
        <source>Đã nhận hồ sơ lúc</source>
        <translation>Dossier was received at</translation>
    </message>
    <message>
        <source>Lý do nhập sau</source>
        <translation>Why entered later</translation>
    </message>
    <message>
        <source>Trực tiếp tại quầy</source>
        <translation>In person at the counter</translation>
    </message>
    <message>
        <source>Trực tuyến toàn trình</source>
        <translation>Online, in full</translation>
    </message>
    <message>
        <source>Trực tuyến một phần</source>
        <translation>Online, in part</translation>
    </message>
    <message>
        <source>Cách khác</source>
        <translation>Another way</translation>
    </message>
</context>
<context>
    <name>OwnSecretSection</name>
    <message>
        <source>Mã PIN của tôi</source>
        <translation>My PIN</translation>
    </message>
    <message>
        <source>Ít nhất 4 ký tự, chữ hay số đều được; đừng nói cho ai.</source>
        <translation>At least 4 characters, letters or digits; tell it to nobody.</translation>
    </message>
    <message>
        <source>Mã PIN đang dùng</source>
        <translation>Present PIN</translation>
    </message>
    <message>
        <source>Mã PIN mới</source>
        <translation>New PIN</translation>
    </message>
    <message>
        <source>Nhập lại mã PIN mới</source>
        <translation>Repeat the new PIN</translation>
    </message>
    <message>
        <source>Đổi mã &amp;PIN</source>
        <translation>Change &amp;PIN</translation>
    </message>
    <message>
        <source>Hai lần nhập mã PIN không giống nhau; hãy nhập lại.</source>
        <translation>The two PINs are not the same; type them again.</translation>
    </message>
    <message>
        <source>Đã đổi mã PIN.</source>
        <translation>PIN changed.</translation>
    </message>
</context>
<context>
    <name>PaperPreview</name>
    <message>
        <source>Xem trước – {code}</source>
        <translation>Preview – {code}</translation>
    </message>
    <message>
        <source>Đã lưu {name}.</source>
        <translation>Saved {name}.</translation>
    </message>
</context>
<context>
    <name>PapersGroup</name>
    <message>
        <source>&amp;Giấy tờ trong hồ sơ</source>
        <translation>P&amp;apers in the dossier</translation>
    </message>
    <message>
        <source>Phím số: số bản chính (→ bản sao) · Dấu cách: đánh dấu thiếu · Insert: thêm giấy tờ · Delete: bỏ dòng</source>
        <translation>Digits: number of originals (→ copies) · Space: mark as missing · Insert: add a paper · Delete: remove the line</translation>
    </message>
    <message>
        <source>Thê&amp;m giấy tờ</source>
        <translation>Add pap&amp;er</translation>
    </message>
    <message>
        <source>Tên giấy tờ thêm</source>
        <translation>Name of the added paper</translation>
    </message>
    <message>
        <source>Lý do yêu cầu (Enter để thêm)</source>
        <translation>Why it is asked for (Enter adds it)</translation>
    </message>
    <message>
        <source>Hãy ghi tên giấy tờ.</source>
        <translation>Give the paper’s name.</translation>
    </message>
    <message>
        <source>Giấy tờ ngoài danh mục phải có lý do; hãy ghi căn cứ yêu cầu.</source>
        <translation>A paper outside the catalogue needs a reason; say on what basis it is asked for.</translation>
    </message>
</context>
<context>
    <name>PapersModel</name>
    <message>
        <source>Giấy tờ</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>Bản chính</source>
        <translation>Originals</translation>
    </message>
    <message>
        <source>Bản sao</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>đủ</source>
        <translation>there</translation>
    </message>
    <message>
        <source>THIẾU</source>
        <translation>MISSING</translation>
    </message>
    <message>
        <source>không nộp</source>
        <translation>left out</translation>
    </message>
    <message>
        <source>{name} (yêu cầu thêm: {reason})</source>
        <translation>{name} (also asked for: {reason})</translation>
    </message>
    <message>
        <source>{name} (nếu có)</source>
        <translation>{name} (if any)</translation>
    </message>
</context>
<context>
    <name>PeopleSection</name>
    <message>
        <source>Người dùng</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Người nghỉ việc thì đóng tài khoản; việc họ đã làm vẫn ghi tên họ.</source>
        <translation>Close the account of a person who leaves; what they did stays under their name.</translation>
    </message>
    <message>
        <source>&amp;Thêm người</source>
        <translation>&amp;Add person</translation>
    </message>
    <message>
        <source>&amp;Lưu</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source> (đã đóng)</source>
        <translation> (closed)</translation>
    </message>
    <message>
        <source>Đã có người dùng tên đăng nhập này; hãy đặt tên khác.</source>
        <translation>Somebody already has this login name; choose another.</translation>
    </message>
    <message>
        <source>Đã lưu tài khoản {name}.</source>
        <translation>Account of {name} saved.</translation>
    </message>
</context>
<context>
    <name>PersonFields</name>
    <message>
        <source>Cá nhân</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Doanh nghiệp</source>
        <translation>Business</translation>
    </message>
    <message>
        <source>Cơ quan nhà nước</source>
        <translation>State agency</translation>
    </message>
    <message>
        <source>Tổ chức khác</source>
        <translation>Other organisation</translation>
    </message>
    <message>
        <source>chưa ghi</source>
        <translation>not given</translation>
    </message>
    <message>
        <source>hoặc tên tổ chức</source>
        <translation>or organisation</translation>
    </message>
    <message>
        <source>Người nộp là</source>
        <translation>Applicant is</translation>
    </message>
    <message>
        <source>Ngày sinh</source>
        <translation>Born</translation>
    </message>
    <message>
        <source>Giới tính</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>Thư điện tử</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Địa chỉ (ghi như trên thẻ)</source>
        <translation>Address (as on the card)</translation>
    </message>
    <message>
        <source>Số nhà, thôn, bản</source>
        <translation>House number, village</translation>
    </message>
    <message>
        <source>Xã, phường</source>
        <translation>Commune, ward</translation>
    </message>
    <message>
        <source>Huyện (địa chỉ cũ, nếu có)</source>
        <translation>District (old address, if any)</translation>
    </message>
    <message>
        <source>Tỉnh, thành phố</source>
        <translation>Province, city</translation>
    </message>
    <message>
        <source>Thẻ không có họ tên; hãy nhập theo thẻ.</source>
        <translation>The scan has no name; type it from the card.</translation>
    </message>
    <message>
        <source>Sinh {day}</source>
        <translation>Born {day}</translation>
    </message>
</context>
<context>
    <name>PressingTable</name>
    <message>
        <source>Tình trạng</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Hẹn trả</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Người nộp</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>Thủ tục</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <source>Hồ sơ quá hạn và sắp đến hạn</source>
        <translation>Dossiers overdue and due soon</translation>
    </message>
    <message>
        <source>Đến hạn hôm nay</source>
        <translation>Due today</translation>
    </message>
    <message>
        <source>Nguyễn Thị Thanh Hoa</source>
        <translation>Nguyễn Thị Thanh Hoa</translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message>
        <source>Xem trước</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>Khổ giấy</source>
        <translation>Paper size</translation>
    </message>
    <message>
        <source>Số liên</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source> liên</source>
        <translation> ×</translation>
    </message>
    <message>
        <source>Thu phóng</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>In (Ctrl+P)</source>
        <translation>Print (Ctrl+P)</translation>
    </message>
    <message>
        <source>Lưu PDF…</source>
        <translation>Save PDF…</translation>
    </message>
    <message>
        <source>Đóng (Esc)</source>
        <translation>Close (Esc)</translation>
    </message>
    <message>
        <source>Trang {number}</source>
        <translation>Page {number}</translation>
    </message>
</context>
<context>
    <name>PrinterBox</name>
    <message>
        <source>Máy in</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Máy in mặc định</source>
        <translation>Default printer</translation>
    </message>
    <message>
        <source>{name} (đang không có)</source>
        <translation>{name} (not there now)</translation>
    </message>
</context>
<context>
    <name>PrintingForm</name>
    <message>
        <source>Khổ {size}</source>
        <translation>Size {size}</translation>
    </message>
    <message>
        <source>1 bản</source>
        <translation>1 copy</translation>
    </message>
    <message>
        <source>2 bản (một bản lưu)</source>
        <translation>2 copies (one to keep)</translation>
    </message>
    <message>
        <source>&amp;In ngay khi tiếp nhận, không xem trước</source>
        <translation>Print &amp;at once on receiving, without preview</translation>
    </message>
    <message>
        <source>In &amp;thử một trang</source>
        <translation>Print a &amp;test page</translation>
    </message>
    <message>
        <source>&amp;Khổ giấy hẹn</source>
        <translation>Si&amp;ze of the receipt</translation>
    </message>
    <message>
        <source>&amp;Số bản</source>
        <translation>&amp;Copies</translation>
    </message>
    <message>
        <source>&amp;Máy in</source>
        <translation>&amp;Printer</translation>
    </message>
</context>
<context>
    <name>PrintingSection</name>
    <message>
        <source>In giấy tờ</source>
        <translation>Printing</translation>
    </message>
    <message>
        <source>Máy in và khổ giấy của máy này.</source>
        <translation>Printer and paper size of this machine.</translation>
    </message>
    <message>
        <source>&amp;Lưu</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>Không ghi được thiết lập ({reason}); hãy kiểm tra ổ đĩa.</source>
        <translation>The settings could not be written ({reason}); check the disk.</translation>
    </message>
    <message>
        <source>Đã lưu thiết lập in.</source>
        <translation>Printing settings saved.</translation>
    </message>
</context>
<context>
    <name>PrintingStep</name>
    <message>
        <source>Máy in</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Chưa có máy in cũng làm việc được; đổi lúc nào cũng được trong Thiết lập.</source>
        <translation>You can work without a printer; change this at any time under Settings.</translation>
    </message>
</context>
<context>
    <name>ProcedureEditor</name>
    <message>
        <source>Các phiên bản</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>Lưu phiên bản mới (Ctrl+Enter)</source>
        <translation>Save new version (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Quay lại (Esc)</source>
        <translation>Back (Esc)</translation>
    </message>
    <message>
        <source>Thủ tục mới</source>
        <translation>New procedure</translation>
    </message>
    <message>
        <source>Thủ tục {code}</source>
        <translation>Procedure {code}</translation>
    </message>
    <message>
        <source>Mã này đã có trong danh mục; hãy mở thủ tục đó để sửa.</source>
        <translation>This code is already in the catalogue; open that procedure to edit it.</translation>
    </message>
    <message>
        <source>Những gì vừa sửa chưa được lưu. Bỏ thay đổi?</source>
        <translation>What you changed is not saved. Discard the changes?</translation>
    </message>
    <message>
        <source>Bỏ thay đổi</source>
        <translation>Discard changes</translation>
    </message>
    <message>
        <source>Sửa tiếp</source>
        <translation>Go on editing</translation>
    </message>
    <message>
        <source>đang áp dụng</source>
        <translation>in force</translation>
    </message>
    <message>
        <source>Các bước cộng lại khác thời hạn chung; hãy kiểm tra lại.</source>
        <translation>The stages add up to something else than the time limit; check them.</translation>
    </message>
    <message>
        <source>Đã lưu phiên bản {version} của thủ tục {code}.</source>
        <translation>Version {version} of procedure {code} saved.</translation>
    </message>
</context>
<context>
    <name>ProcedureField</name>
    <message>
        <source>phí theo quy định</source>
        <translation>fee as regulated</translation>
    </message>
    <message>
        <source>không thu phí</source>
        <translation>no fee</translation>
    </message>
    <message>
        <source>{dong} đồng</source>
        <translation>{dong} VND</translation>
    </message>
    <message>
        <source>theo từng bước</source>
        <translation>by stages</translation>
    </message>
    <message>
        <source>không quy định thời hạn</source>
        <translation>no time limit set</translation>
    </message>
    <message>
        <source>phí: {words}</source>
        <translation>fee: {words}</translation>
    </message>
    <message>
        <source>vài chữ không dấu, ví dụ: ks, gks, cts</source>
        <translation>some letters without accents, such as ks, gks, cts</translation>
    </message>
</context>
<context>
    <name>ProcedureForm</name>
    <message>
        <source>nối tiếp</source>
        <translation>one after another</translation>
    </message>
    <message>
        <source>song song</source>
        <translation>in parallel</translation>
    </message>
    <message>
        <source>tính lại từ đầu</source>
        <translation>the clock restarts</translation>
    </message>
    <message>
        <source>tạm dừng</source>
        <translation>the clock pauses</translation>
    </message>
    <message>
        <source>Hãy chọn một thủ tục để sửa.</source>
        <translation>Choose a procedure to edit.</translation>
    </message>
    <message>
        <source>Ngày thôi áp dụng phải sau ngày bắt đầu; hãy sửa một trong hai.</source>
        <translation>It must go out of force after it comes into force; correct one of the days.</translation>
    </message>
    <message>
        <source>Ô này còn trống; hãy ghi vào.</source>
        <translation>This is still empty; fill it in.</translation>
    </message>
    <message>
        <source>Hãy ghi ngày bắt đầu áp dụng.</source>
        <translation>Give the day it comes into force.</translation>
    </message>
    <message>
        <source>Tên thủ tục</source>
        <translation>Procedure name</translation>
    </message>
    <message>
        <source>Mã thủ tục</source>
        <translation>Procedure code</translation>
    </message>
    <message>
        <source>Lĩnh vực</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>Thời hạn, giờ chốt</source>
        <translation>Time limit, cut-off</translation>
    </message>
    <message>
        <source>Áp dụng từ ngày</source>
        <translation>In force from</translation>
    </message>
    <message>
        <source>Thôi áp dụng từ ngày</source>
        <translation>Out of force from</translation>
    </message>
    <message>
        <source>Các bước</source>
        <translation>Stages</translation>
    </message>
    <message>
        <source>Thành phần hồ sơ</source>
        <translation>Required papers</translation>
    </message>
    <message>
        <source>Thứ tự các bước</source>
        <translation>Order of the stages</translation>
    </message>
    <message>
        <source>Cấp thực hiện</source>
        <translation>Level of authority</translation>
    </message>
    <message>
        <source>Phí, lệ phí (đồng)</source>
        <translation>Fee (VND)</translation>
    </message>
    <message>
        <source>Cách tính phí</source>
        <translation>How the fee is reckoned</translation>
    </message>
    <message>
        <source>Kết quả</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Khi bổ sung hồ sơ</source>
        <translation>On a supplement</translation>
    </message>
    <message>
        <source>Căn cứ pháp lý</source>
        <translation>Legal basis</translation>
    </message>
    <message>
        <source>Ghi chú</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Nguồn</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Ví dụ: 5 ngày làm việc; 15 ngày; trong ngày làm việc, chốt 15:00. Để trống nếu không quy định hoặc chỉ tính theo bước.</source>
        <translation>Written in Vietnamese: 5 ngày làm việc; 15 ngày; trong ngày làm việc, chốt 15:00. Leave empty if there is no limit, or only the stages have one.</translation>
    </message>
    <message>
        <source>Mỗi bước một dòng. Ví dụ: UBND xã: 5 ngày làm việc</source>
        <translation>One stage per line, in Vietnamese: UBND xã: 5 ngày làm việc</translation>
    </message>
    <message>
        <source>Mỗi giấy tờ một dòng. Ví dụ: Tờ khai [1 bản chính, 1 bản sao, nếu có]</source>
        <translation>One paper per line, in Vietnamese: Tờ khai [1 bản chính, 1 bản sao, nếu có]</translation>
    </message>
</context>
<context>
    <name>ProcedureModel</name>
    <message>
        <source>Tên thủ tục</source>
        <translation>Procedure name</translation>
    </message>
    <message>
        <source>Thời hạn</source>
        <translation>Time limit</translation>
    </message>
    <message>
        <source>Lĩnh vực</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>Mã</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Phiên bản</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Độ tin cậy</source>
        <translation>Reliability</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Đang chuẩn bị dữ liệu thử…</source>
        <translation>Preparing trial data…</translation>
    </message>
    <message>
        <source>Vài giây nữa là xong. Mọi người và hồ sơ đều là bịa.</source>
        <translation>A few seconds more. All people and dossiers are invented.</translation>
    </message>
    <message>
        <source>Một cửa</source>
        <translation>One-stop shop</translation>
    </message>
    <message>
        <source>DỮ LIỆU THỬ</source>
        <translation>TRIAL DATA</translation>
    </message>
    <message>
        <source>Dữ liệu thử: mã PIN của mọi người là {pin}.</source>
        <translation>Trial data: everybody’s PIN is {pin}.</translation>
    </message>
    <message>
        <source>Đã đóng “{title}” để nhận mã vừa quét.</source>
        <translation>Closed “{title}” to take the scanned code.</translation>
    </message>
</context>
<context>
    <name>ProgressDialog</name>
    <message>
        <source>Đang làm việc</source>
        <translation>Working</translation>
    </message>
    <message>
        <source>&amp;Dừng</source>
        <translation>&amp;Stop</translation>
    </message>
    <message>
        <source>Đang dừng…</source>
        <translation>Stopping…</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Hôm nay</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Tiếp nhận  (F2)</source>
        <translation>Receive  (F2)</translation>
    </message>
    <message>
        <source>Hồ sơ</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>Danh mục</source>
        <translation>Catalogue</translation>
    </message>
    <message>
        <source>Thiết lập</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>{words} · phím {key}</source>
        <translation>{words} · key {key}</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Tìm tên, mã hồ sơ, số định danh, điện thoại (F3)</source>
        <translation>Find a name, dossier code, identity number, phone (F3)</translation>
    </message>
    <message>
        <source>Tìm hồ sơ và thủ tục</source>
        <translation>Find dossiers and procedures</translation>
    </message>
    <message>
        <source>Hồ sơ</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>Thủ tục (Enter: hồ sơ của thủ tục)</source>
        <translation>Procedures (Enter: its dossiers)</translation>
    </message>
    <message>
        <source>Không tìm thấy. Hãy gõ ít chữ hơn hoặc kiểm tra lại mã.</source>
        <translation>Nothing found. Type fewer words, or check the code.</translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>Chỉ người quản trị đổi được; hãy nhờ quản trị đăng nhập.</source>
        <translation>Only an administrator can change this; ask one to sign in.</translation>
    </message>
</context>
<context>
    <name>SetUpWizard</name>
    <message>
        <source>&amp;Lập sổ và vào làm việc</source>
        <translation>Create the register and &amp;start work</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Các mục thiết lập</source>
        <translation>Sections of the settings</translation>
    </message>
    <message>
        <source>Thiết lập</source>
        <translation>Settings</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Mã PIN hoặc mật khẩu</source>
        <translation>PIN or password</translation>
    </message>
    <message>
        <source>Vào làm việc</source>
        <translation>Start work</translation>
    </message>
    <message>
        <source>Người làm việc</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Phím mũi tên chọn người, Enter để vào.</source>
        <translation>Arrow keys choose the person, Enter goes on.</translation>
    </message>
    <message>
        <source>Ai đang làm việc?</source>
        <translation>Who is working?</translation>
    </message>
</context>
<context>
    <name>SlipDialog</name>
    <message>
        <source>&amp;Cần bổ sung (mỗi dòng một mục)</source>
        <translation>To &amp;bring (one item per line)</translation>
    </message>
    <message>
        <source>&amp;Lý do</source>
        <translation>&amp;Reason</translation>
    </message>
    <message>
        <source>Quay lại (Esc)</source>
        <translation>Back (Esc)</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Mọi hồ sơ đã lưu trên máy này · {time} · chưa nối máy chủ</source>
        <translation>All dossiers are saved on this machine · {time} · no server connected yet</translation>
    </message>
</context>
<context>
    <name>StepsPage</name>
    <message>
        <source>&amp;Quay lại</source>
        <translation>&amp;Back</translation>
    </message>
    <message>
        <source>Xo&amp;ng</source>
        <translation>F&amp;inish</translation>
    </message>
    <message>
        <source>Tiếp tụ&amp;c</source>
        <translation>&amp;Next</translation>
    </message>
    <message>
        <source>Bước {n} trong {all}</source>
        <translation>Step {n} of {all}</translation>
    </message>
</context>
<context>
    <name>Submission</name>
    <message>
        <source>Hướng dẫn bổ sung hồ sơ</source>
        <translation>Supplement slip</translation>
    </message>
    <message>
        <source>Lập và in phiếu (Ctrl+Enter)</source>
        <translation>Issue and print the slip (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Hồ sơ chưa đủ thành phần theo quy định.</source>
        <translation>Hồ sơ chưa đủ thành phần theo quy định.</translation>
    </message>
    <message>
        <source>Từ chối tiếp nhận hồ sơ</source>
        <translation>Refusal notice</translation>
    </message>
    <message>
        <source>Từ chối và in phiếu (Ctrl+Enter)</source>
        <translation>Refuse and print the notice (Ctrl+Enter)</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>DỮ LIỆU THỬ</source>
        <translation>TRIAL DATA</translation>
    </message>
    <message>
        <source>Dữ liệu bịa; đóng cửa sổ là xoá hết.</source>
        <translation>Invented data; closing the window deletes it all.</translation>
    </message>
    <message>
        <source>Chữ nhỏ hơn · Ctrl+-</source>
        <translation>Smaller text · Ctrl+-</translation>
    </message>
    <message>
        <source>Cỡ chữ thường · Ctrl+0</source>
        <translation>Usual text size · Ctrl+0</translation>
    </message>
    <message>
        <source>Chữ to hơn · Ctrl++</source>
        <translation>Larger text · Ctrl++</translation>
    </message>
    <message>
        <source>Đổi màu: sáng, tối, tương phản cao</source>
        <translation>Change colours: light, dark, high contrast</translation>
    </message>
    <message>
        <source>Khoá màn hình, đổi người  (Ctrl+L)</source>
        <translation>Lock the screen, change person  (Ctrl+L)</translation>
    </message>
    <message>
        <source>Đổi mã PIN của tôi…</source>
        <translation>Change my PIN…</translation>
    </message>
    <message>
        <source>Sáng</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Tối</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Tương phản</source>
        <translation>Contrast</translation>
    </message>
</context>
<context>
    <name>WhatIfStrip</name>
    <message>
        <source>không có</source>
        <translation>no</translation>
    </message>
    <message>
        <source>có, tính lại từ đầu</source>
        <translation>yes, the clock restarts</translation>
    </message>
    <message>
        <source>có, tạm dừng khi chờ</source>
        <translation>yes, the clock pauses meanwhile</translation>
    </message>
    <message>
        <source>Hãy ghi đủ ngày và giờ nhận hồ sơ giả định.</source>
        <translation>Give both day and time of the assumed receipt.</translation>
    </message>
    <message>
        <source>Chưa đổi gì so với thực tế.</source>
        <translation>Nothing differs from what really is.</translation>
    </message>
    <message>
        <source>Hãy ghi ngày, giờ nhận đủ hồ sơ sau khi bổ sung.</source>
        <translation>Give day and time when the dossier was complete after the supplement.</translation>
    </message>
    <message>
        <source>Hãy ghi ngày, giờ yêu cầu bổ sung và khi nhận đủ.</source>
        <translation>Give day and time of the request for a supplement, and of when it was complete.</translation>
    </message>
    <message>
        <source>Yêu cầu bổ sung &amp;lúc</source>
        <translation>Supplement as&amp;ked for at</translation>
    </message>
    <message>
        <source>Nhậ&amp;n đủ lúc</source>
        <translation>&amp;Complete at</translation>
    </message>
    <message>
        <source>Nế&amp;u nhận lúc</source>
        <translation>&amp;If received at</translation>
    </message>
    <message>
        <source>Nếu nộ&amp;p</source>
        <translation>If &amp;submitted</translation>
    </message>
    <message>
        <source>Nếu phải &amp;bổ sung</source>
        <translation>If papers must be a&amp;dded</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>Vai trò {role} không tiếp nhận hồ sơ; hãy để cán bộ tiếp nhận đăng nhập (Ctrl+L).</source>
        <translation>The role {role} does not receive dossiers; let a clerk sign in (Ctrl+L).</translation>
    </message>
</context>
<context>
    <name>app</name>
    <message>
        <source>Một cửa</source>
        <translation>One-stop shop</translation>
    </message>
    <message>
        <source>Đang mở sổ hồ sơ…</source>
        <translation>Opening the register…</translation>
    </message>
    <message>
        <source>Đã hiểu</source>
        <translation>Understood</translation>
    </message>
</context>
<context>
    <name>catalogue</name>
    <message>
        <source>không quy định thời hạn</source>
        <translation>no time limit set</translation>
    </message>
    <message>
        <source>{version}, từ {day}</source>
        <translation>{version}, from {day}</translation>
    </message>
    <message>
        <source> đến trước {day}</source>
        <translation> until before {day}</translation>
    </message>
</context>
<context>
    <name>dossiers</name>
    <message>
        <source>Diễn biến</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>Sự kiện “{kind}” do bản mới hơn ghi, được giữ nguyên</source>
        <translation>Event “{kind}”, written by a newer version and kept as it is</translation>
    </message>
    <message>
        <source>In lại lần {times}: {paper}</source>
        <translation>Printed again, time {times}: {paper}</translation>
    </message>
    <message>
        <source>In {paper}</source>
        <translation>Printed: {paper}</translation>
    </message>
    <message>
        <source>{act} cho {recipient}</source>
        <translation>{act} to {recipient}</translation>
    </message>
    <message>
        <source>Thủ tục và hẹn trả</source>
        <translation>Procedure and due date</translation>
    </message>
    <message>
        <source>Thủ tục</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <source>Mã, phiên bản</source>
        <translation>Code, version</translation>
    </message>
    <message>
        <source>{code}, phiên bản {version}</source>
        <translation>{code}, version {version}</translation>
    </message>
    <message>
        <source>Lĩnh vực</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>Yêu cầu</source>
        <translation>Asked for</translation>
    </message>
    <message>
        <source>Nhận lúc</source>
        <translation>Received at</translation>
    </message>
    <message>
        <source>Gửi lúc</source>
        <translation>Sent at</translation>
    </message>
    <message>
        <source>theo từng bước</source>
        <translation>by stages</translation>
    </message>
    <message>
        <source>Thời hạn</source>
        <translation>Time limit</translation>
    </message>
    <message>
        <source>Hẹn trả</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Lý do</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Cần bổ sung</source>
        <translation>To bring</translation>
    </message>
    <message>
        <source>Có kết quả</source>
        <translation>Result at the desk</translation>
    </message>
    <message>
        <source>Đã trả</source>
        <translation>Handed over</translation>
    </message>
    <message>
        <source>Căn cứ tính hạn trả</source>
        <translation>Basis of the due date</translation>
    </message>
    <message>
        <source>không có hạn</source>
        <translation>no limit</translation>
    </message>
    <message>
        <source>trước {moment}</source>
        <translation>by {moment}</translation>
    </message>
    <message>
        <source>{due} (dự kiến)</source>
        <translation>{due} (provisional)</translation>
    </message>
    <message>
        <source>Các bước xử lý</source>
        <translation>Stages</translation>
    </message>
    <message>
        <source>{limit}, xong trước {moment}</source>
        <translation>{limit}, done by {moment}</translation>
    </message>
    <message>
        <source>Người nộp và nơi nhận</source>
        <translation>Applicant and delivery</translation>
    </message>
    <message>
        <source>Chủ hồ sơ</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>Người đến nộp</source>
        <translation>Submitter</translation>
    </message>
    <message>
        <source>Uỷ quyền</source>
        <translation>Authorisation</translation>
    </message>
    <message>
        <source>Cách nộp</source>
        <translation>Submitted</translation>
    </message>
    <message>
        <source>Phi địa giới</source>
        <translation>Non-territorial</translation>
    </message>
    <message>
        <source>có</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>Nhận kết quả</source>
        <translation>Return of the result</translation>
    </message>
    <message>
        <source>sinh {born}</source>
        <translation>born {born}</translation>
    </message>
    <message>
        <source>Số định danh</source>
        <translation>Identity number</translation>
    </message>
    <message>
        <source>Điện thoại</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Thư điện tử</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Địa chỉ</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Địa chỉ trên thẻ</source>
        <translation>Address on the card</translation>
    </message>
    <message>
        <source>Giấy tờ, phí và ghi chú</source>
        <translation>Papers, fees and notes</translation>
    </message>
    <message>
        <source>Số bộ</source>
        <translation>Sets</translation>
    </message>
    <message>
        <source>Phí, lệ phí</source>
        <translation>Fees</translation>
    </message>
    <message>
        <source>{sum} đồng</source>
        <translation>{sum} VND</translation>
    </message>
    <message>
        <source>Kết quả</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Ghi chú</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>{count} bản chính</source>
        <translation>{count} original(s)</translation>
    </message>
    <message>
        <source>{count} bản sao</source>
        <translation>{count} copy/copies</translation>
    </message>
    <message>
        <source>còn thiếu</source>
        <translation>missing</translation>
    </message>
    <message>
        <source> (yêu cầu thêm vì: {reason})</source>
        <translation> (also asked for: {reason})</translation>
    </message>
    <message>
        <source>trực tiếp tại quầy</source>
        <translation>in person at the counter</translation>
    </message>
    <message>
        <source>qua dịch vụ bưu chính</source>
        <translation>by post</translation>
    </message>
    <message>
        <source>trực tuyến toàn trình</source>
        <translation>online, in full</translation>
    </message>
    <message>
        <source>trực tuyến một phần</source>
        <translation>online, in part</translation>
    </message>
    <message>
        <source>cách khác</source>
        <translation>another way</translation>
    </message>
    <message>
        <source>nhận tại quầy</source>
        <translation>collected at the counter</translation>
    </message>
    <message>
        <source>bản điện tử trên cổng dịch vụ công</source>
        <translation>electronically, on the public service portal</translation>
    </message>
    <message>
        <source>giấy tiếp nhận hồ sơ và hẹn trả kết quả</source>
        <translation>receipt</translation>
    </message>
    <message>
        <source>phiếu yêu cầu bổ sung, hoàn thiện hồ sơ</source>
        <translation>supplement slip</translation>
    </message>
    <message>
        <source>phiếu từ chối tiếp nhận giải quyết hồ sơ</source>
        <translation>refusal notice</translation>
    </message>
    <message>
        <source>hẹn trả {due}</source>
        <translation>due {due}</translation>
    </message>
    <message>
        <source>Quá hạn, hẹn lại {day}</source>
        <translation>Overdue, new date {day}</translation>
    </message>
    <message>
        <source>Quá hạn</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Đến hạn hôm nay</source>
        <translation>Due today</translation>
    </message>
    <message>
        <source>Sắp đến hạn</source>
        <translation>Due soon</translation>
    </message>
    <message>
        <source>{moment} (dự kiến)</source>
        <translation>{moment} (provisional)</translation>
    </message>
</context>
<context>
    <name>due</name>
    <message>
        <source>{hour} giờ {minute} {day}</source>
        <translation>{hour}:{minute} {day}</translation>
    </message>
</context>
<context>
    <name>home</name>
    <message>
        <source>{weekday}, ngày {day} tháng {month} năm {year}</source>
        <translation>{weekday}, {day}/{month}/{year}</translation>
    </message>
    <message>
        <source>vừa xong</source>
        <translation>just now</translation>
    </message>
    <message>
        <source>{n} phút trước</source>
        <translation>{n} min ago</translation>
    </message>
    <message>
        <source>{n} giờ trước</source>
        <translation>{n} h ago</translation>
    </message>
    <message>
        <source>{n} ngày trước</source>
        <translation>{n} day(s) ago</translation>
    </message>
    <message>
        <source>Ngày làm bù: {name}</source>
        <translation>Make-up day: {name}</translation>
    </message>
    <message>
        <source>Ngày nghỉ: {name}</source>
        <translation>Day off: {name}</translation>
    </message>
    <message>
        <source>Ngày lễ: {name}</source>
        <translation>Holiday: {name}</translation>
    </message>
    <message>
        <source>Ngày làm việc</source>
        <translation>Working day</translation>
    </message>
    <message>
        <source>Thứ Bảy, có tiếp nhận hồ sơ</source>
        <translation>Saturday, the desk receives</translation>
    </message>
    <message>
        <source>Ngày nghỉ cuối tuần</source>
        <translation>Weekend</translation>
    </message>
    <message>
        <source>Mở cửa lại {weekday}, {day}</source>
        <translation>Open again {weekday}, {day}</translation>
    </message>
    <message>
        <source>Lịch nghỉ năm {year} chưa công bố đủ: hạn trả rơi vào năm {year} ghi “dự kiến”, có thể thay đổi khi có thông báo.</source>
        <translation>The days off of {year} are not all announced: due dates in {year} are marked “provisional” and may change once they are.</translation>
    </message>
</context>
<context>
    <name>offer</name>
    <message>
        <source>Họ tên</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>Ngày sinh</source>
        <translation>Born</translation>
    </message>
    <message>
        <source>Giới tính</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>Điện thoại</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Địa chỉ</source>
        <translation>Address</translation>
    </message>
</context>
<context>
    <name>printing</name>
    <message>
        <source>Không tìm thấy máy in; hãy bật máy in hoặc chọn máy in khác.</source>
        <translation>Printer not found; switch it on or choose another.</translation>
    </message>
    <message>
        <source>Máy in không nhận; hãy kiểm tra giấy, dây cắm rồi in lại.</source>
        <translation>The printer did not accept it; check paper and cable and print again.</translation>
    </message>
    <message>
        <source>Đã gửi giấy của hồ sơ {code} ra máy in.</source>
        <translation>The paper of dossier {code} was sent to the printer.</translation>
    </message>
    <message>
        <source>Lưu giấy thành tệp PDF</source>
        <translation>Save the paper as PDF</translation>
    </message>
    <message>
        <source>Không nhớ được máy in đã chọn vì thư mục dữ liệu không ghi được.</source>
        <translation>The chosen printer could not be remembered: the data folder cannot be written.</translation>
    </message>
    <message>
        <source>{why} Giấy đã phát hành được giữ ở {path}.</source>
        <translation>{why} The issued paper is kept at {path}.</translation>
    </message>
    <message>
        <source>Đã gửi trang in thử ra máy in.</source>
        <translation>The test page was sent to the printer.</translation>
    </message>
</context>
</TS>
