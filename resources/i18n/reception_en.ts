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
    <name>ActDialog</name>
    <message>
        <source>{act} (Ctrl+Enter)</source>
        <translation>{act} (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Quay lại (Esc)</source>
        <translation>Back (Esc)</translation>
    </message>
</context>
<context>
    <name>Acts</name>
    <message>
        <source>Sổ đang được dùng nên còn phải dọn đĩa; lần mở sau chương trình sẽ tự làm.</source>
        <translation>The register is in use, so the disk is still to be cleaned; the program does it by itself when it is opened next.</translation>
    </message>
</context>
<context>
    <name>AloneSection</name>
    <message>
        <source>Không ai đụng đến máy thì cửa sổ tự khoá, việc đang làm dở vẫn nguyên; Ctrl+L là khoá ngay.</source>
        <translation>When nobody touches the PC the window locks; what is half done stays as it is. Ctrl+L locks at once.</translation>
    </message>
    <message>
        <source>Khoá sau bao nhiêu &amp;phút</source>
        <translation>Lock after how many &amp;minutes</translation>
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
        <source>Đã lưu.</source>
        <translation>Saved.</translation>
    </message>
</context>
<context>
    <name>ApologiesPage</name>
    <message>
        <source>&amp;Dự thảo chờ ký ({number})</source>
        <translation>&amp;Drafts to sign ({number})</translation>
    </message>
    <message>
        <source>Đã &amp;ký, 30 ngày qua ({number})</source>
        <translation>Si&amp;gned, last 30 days ({number})</translation>
    </message>
    <message>
        <source>Danh sách có {shown} hồ sơ gấp nhất; ký xong các hồ sơ này sẽ hiện tiếp.</source>
        <translation>The list has the {shown} most urgent dossiers; once these are signed, the next will show.</translation>
    </message>
    <message>
        <source>Thư xin lỗi đã ký, 30 ngày qua</source>
        <translation>Apologies signed in the last 30 days</translation>
    </message>
    <message>
        <source>Không có dự thảo nào: chưa hồ sơ nào có nguy cơ trễ hẹn.</source>
        <translation>No drafts: no dossier is at risk of being late.</translation>
    </message>
    <message>
        <source>Trong 30 ngày qua chưa ký thư nào.</source>
        <translation>No letter was signed in the last 30 days.</translation>
    </message>
    <message>
        <source>&amp;Dự thảo chờ ký</source>
        <translation>&amp;Drafts to sign</translation>
    </message>
    <message>
        <source>Đã &amp;ký</source>
        <translation>Si&amp;gned</translation>
    </message>
    <message>
        <source>Xin lỗi, hẹn lại</source>
        <translation>Apologies, new dates</translation>
    </message>
    <message>
        <source>Ký thư (Ctrl+Enter)</source>
        <translation>Sign letter (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Ghi lý do, sửa (Enter)</source>
        <translation>Record reason, edit (Enter)</translation>
    </message>
    <message>
        <source>Xem thư (Ctrl+P)</source>
        <translation>View letter (Ctrl+P)</translation>
    </message>
    <message>
        <source>In thư (Ctrl+P)</source>
        <translation>Print letter (Ctrl+P)</translation>
    </message>
    <message>
        <source>Đường gửi (Enter)</source>
        <translation>Ways of sending (Enter)</translation>
    </message>
</context>
<context>
    <name>AuditSection</name>
    <message>
        <source>Ai đã xem, in, sửa</source>
        <translation>Who saw, printed, changed</translation>
    </message>
    <message>
        <source>Ai đã mở hồ sơ nào, in giấy nào, ghi sửa gì, hiện số đang che để làm gì. Mỗi lần xem trang này cũng được ghi lại.</source>
        <translation>Who opened which dossier, printed which paper, wrote down or changed what, had hidden numbers shown and what for. That this page was read is recorded, too.</translation>
    </message>
    <message>
        <source>Chỉ lãnh đạo và quản trị xem được; hãy nhờ họ đăng nhập.</source>
        <translation>Only leaders and the administrator may see this; ask one of them to sign in.</translation>
    </message>
    <message>
        <source>Ngườ&amp;i</source>
        <translation>Pe&amp;rson</translation>
    </message>
    <message>
        <source>&amp;Việc</source>
        <translation>&amp;Act</translation>
    </message>
    <message>
        <source>&amp;Mã hồ sơ</source>
        <translation>&amp;Dossier code</translation>
    </message>
    <message>
        <source>Đã lưu {file}.</source>
        <translation>Saved {file}.</translation>
    </message>
    <message>
        <source>{count} việc gần nhất</source>
        <translation>the latest {count} acts</translation>
    </message>
    <message>
        <source>{count} việc</source>
        <translation>{count} acts</translation>
    </message>
    <message>
        <source>Mọi người</source>
        <translation>Everybody</translation>
    </message>
    <message>
        <source>Mọi việc</source>
        <translation>Every act</translation>
    </message>
    <message>
        <source>Xem</source>
        <translation>Saw</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Printed</translation>
    </message>
    <message>
        <source>Ghi, sửa</source>
        <translation>Wrote, changed</translation>
    </message>
    <message>
        <source>&amp;Xem</source>
        <translation>&amp;Look</translation>
    </message>
    <message>
        <source>Lúc</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Ai</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Việc</source>
        <translation>Act</translation>
    </message>
    <message>
        <source>Hồ sơ</source>
        <translation>Dossier</translation>
    </message>
</context>
<context>
    <name>BackupSection</name>
    <message>
        <source>Chép cả sổ hồ sơ ra nơi khác rồi mở bản chép ra kiểm tra. Vẫn tiếp nhận được trong lúc sao lưu.</source>
        <translation>Copies the whole register elsewhere and opens the copy to check it. Intake goes on meanwhile.</translation>
    </message>
    <message>
        <source>Sao lưu ra một tệp</source>
        <translation>Back up to one file</translation>
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
        <source>&amp;Phục hồi từ bản sao</source>
        <translation>&amp;Restore from a copy</translation>
    </message>
    <message>
        <source>Khai tên cơ quan, giờ làm việc, tài khoản và máy in, rồi làm việc ngay.</source>
        <translation>Give the office’s name, working hours, an account and the printer, and start work.</translation>
    </message>
    <message>
        <source>Xem chương trình với khoảng 400 hồ sơ bịa; đóng lại thì mọi thứ bị xoá.</source>
        <translation>See the program with some 400 invented dossiers; closing it deletes everything.</translation>
    </message>
    <message>
        <source>Máy cũ hỏng hoặc mất: làm tiếp từ bản sao trên USB, ổ khác hoặc máy chủ.</source>
        <translation>The old PC broke or was lost: go on from a copy on a USB stick, another disk or a server.</translation>
    </message>
</context>
<context>
    <name>Bill</name>
    <message>
        <source>&amp;In phiếu chứng thực</source>
        <translation>&amp;Print the certification slip</translation>
    </message>
    <message>
        <source>&amp;Chứng thực  (Ctrl+Enter)</source>
        <translation>&amp;Certify  (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Nhận để &amp;trả sau…</source>
        <translation>Receive, hand over &amp;later…</translation>
    </message>
    <message>
        <source>Miễn phí</source>
        <translation>Free of charge</translation>
    </message>
    <message>
        <source>{fee} đồng</source>
        <translation>{fee} VND</translation>
    </message>
    <message>
        <source>{papers} giấy tờ · {pages} trang · {copies} bản</source>
        <translation>{papers} paper(s) · {pages} page(s) · {copies} copy/copies</translation>
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
    <name>BlankBanner</name>
    <message>
        <source>Nhận hồ sơ lúc (bắt buộc, như ghi trên giấy)</source>
        <translation>Dossier received at (required, as written on the paper)</translation>
    </message>
    <message>
        <source>Hẹn trả tính từ thời điểm này, không phải từ lúc nhập.</source>
        <translation>The due date counts from this time, not from the time of entry.</translation>
    </message>
    <message>
        <source>Nhập từ giấy in sẵn số {number}</source>
        <translation>Entry from blank slip {number}</translation>
    </message>
</context>
<context>
    <name>BlanksSection</name>
    <message>
        <source>Giấy hẹn để trống, mỗi tờ một số, để nhận hồ sơ khi mất điện. Có điện lại thì quét mã trên giấy ở bất kỳ màn hình nào, hoặc khi tiếp nhận mở “Thêm thông tin khác” và gõ số, để nhập hồ sơ với đúng giờ đã nhận.</source>
        <translation>Empty receipts, each with its number, for receiving dossiers during a power cut. When the power is back, scan the code on the paper on any screen, or open “More details” at the intake and type the number, to enter the dossier with the time it was really received.</translation>
    </message>
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
        <source>In &amp;thêm bao nhiêu số</source>
        <translation>How &amp;many more to print</translation>
    </message>
    <message>
        <source>&amp;In giấy in sẵn</source>
        <translation>&amp;Print blank slips</translation>
    </message>
    <message>
        <source>Chỉ người tiếp nhận hồ sơ in được; hãy nhờ họ đăng nhập.</source>
        <translation>Only someone who receives dossiers can print these; ask one to sign in.</translation>
    </message>
    <message>
        <source>&amp;Khổ giấy</source>
        <translation>Paper &amp;size</translation>
    </message>
    <message>
        <source>&amp;Số bản mỗi số</source>
        <translation>&amp;Copies of each</translation>
    </message>
    <message>
        <source>Đã in, chưa nhập vào sổ: {count} số ({numbers}).</source>
        <translation>Printed, not yet entered in the register: {count} ({numbers}).</translation>
    </message>
    <message>
        <source>Không có giấy in sẵn nào chưa nhập vào sổ.</source>
        <translation>No blank slip is waiting to be entered in the register.</translation>
    </message>
</context>
<context>
    <name>BookOptions</name>
    <message>
        <source>Chỉ bưu gửi bưu điện &amp;chưa trả lời</source>
        <translation>Only items the post has &amp;not answered</translation>
    </message>
    <message>
        <source>Ghi đủ &amp;số điện thoại (việc này được ghi lại)</source>
        <translation>Whole &amp;phone numbers (this is recorded)</translation>
    </message>
    <message>
        <source> ngày làm việc</source>
        <translation> working days</translation>
    </message>
    <message>
        <source> đồng</source>
        <translation> VND</translation>
    </message>
    <message>
        <source>Mọi bên giao</source>
        <translation>All givers</translation>
    </message>
    <message>
        <source>Cả bàn tiếp nhận</source>
        <translation>The whole desk</translation>
    </message>
    <message>
        <source>Mọi lĩnh vực</source>
        <translation>All fields</translation>
    </message>
    <message>
        <source>&amp;Lĩnh vực</source>
        <translation>Fiel&amp;d</translation>
    </message>
    <message>
        <source>&amp;Bên giao</source>
        <translation>&amp;Giver</translation>
    </message>
    <message>
        <source>Người th&amp;u</source>
        <translation>&amp;Collected by</translation>
    </message>
    <message>
        <source>Đã &amp;chờ ít nhất</source>
        <translation>Waiting at &amp;least</translation>
    </message>
    <message>
        <source>&amp;Tồn quỹ đầu ngày</source>
        <translation>&amp;Opening cash</translation>
    </message>
    <message>
        <source>Hồ sơ đã tiếp nhận trong thời gian chọn, theo mẫu sổ có hiệu lực lúc đó; số thứ tự chạy suốt năm. Chứng thực có sổ riêng.</source>
        <translation>Dossiers received in the chosen period, in the form of register in force at the time; the numbers run through the year. Certification has its own book.</translation>
    </message>
    <message>
        <source>Kết quả đã có tại bàn mà chưa ai đến nhận, xếp theo thôn, bản để gọi điện hoặc nhờ trưởng thôn báo.</source>
        <translation>Results at the desk that nobody has collected, by hamlet, for phoning or for sending word through the hamlet head.</translation>
    </message>
    <message>
        <source>Kết quả có trong thời gian chọn, mỗi bên giao một phiếu, in hai liên.</source>
        <translation>Results recorded in the chosen period, one slip per giver, printed in two copies.</translation>
    </message>
    <message>
        <source>Bưu gửi đã giao bưu điện, mỗi ngày một danh sách, kèm trả lời của bưu điện.</source>
        <translation>Items handed to the post, one list per day, with the post’s answers.</translation>
    </message>
    <message>
        <source>Phí, lệ phí đã thu trong ngày theo thủ tục, gồm cả chứng thực; có bảng đếm tiền.</source>
        <translation>Fees collected on the day by procedure, certification included; with a table for counting the cash.</translation>
    </message>
    <message>
        <source>Các lần trao đổi với máy chủ trong ngày, và số, mã kiểm của hai đầu để đối chiếu.</source>
        <translation>The day&apos;s exchanges with the server, and the numbers and check codes of both ends to compare.</translation>
    </message>
    <message>
        <source>Các sổ chứng thực trong thời gian chọn.</source>
        <translation>The certification books of the chosen period.</translation>
    </message>
    <message>
        <source>Biểu II.06a: tiếp nhận, đã giải quyết, đang giải quyết theo lĩnh vực trong thời gian chọn, đúng hạn tính theo ngày, kèm cách tính và hai tỷ lệ.</source>
        <translation>Form II.06a: received, settled and open by field in the chosen days, on time by the day, with how it was counted and both rates.</translation>
    </message>
    <message>
        <source>Biểu 07a/BTP: tiếp nhận theo từng kênh, không tiếp nhận, chờ tiếp nhận, quá hạn có và chưa có thư xin lỗi, dừng, rút, thanh toán. Cột sổ không biết thì để trống.</source>
        <translation>Form 07a/BTP: received by each channel, not accepted, waiting for acceptance, overdue with and without an apology, stopped, withdrawn, paid. What the register cannot know is left blank.</translation>
    </message>
    <message>
        <source>Hồ sơ quá hạn trong thời gian chọn, theo nguyên nhân, theo lĩnh vực và theo bên làm chậm; bao nhiêu hồ sơ đã có thư xin lỗi.</source>
        <translation>The dossiers that were late in the chosen days, by reason, by field and by whose delay it is; how many had an apology.</translation>
    </message>
    <message>
        <source>Số lượt, văn bản, bản sao, trang và lệ phí chứng thực trong thời gian chọn, theo từng loại; khớp với các sổ chứng thực.</source>
        <translation>Persons, papers, copies, pages and fees of certifications in the chosen days, by kind; they agree with the certification books.</translation>
    </message>
    <message>
        <source>Phản ánh, kiến nghị phải xử lý trong thời gian chọn, có họ tên; việc lập sổ được ghi lại.</source>
        <translation>Feedback that was to be handled in the days chosen, with names; drawing it up is written down.</translation>
    </message>
    <message>
        <source>Kết quả đã công khai trong thời gian chọn, để niêm yết; không có tên ai.</source>
        <translation>Answers made public in the days chosen, to be posted; nobody is named.</translation>
    </message>
    <message>
        <source>Biểu II.05: tiếp nhận, đã xử lý, đang xử lý, công khai trong thời gian chọn. Bộ cột lập theo cách hiểu, hãy đối chiếu với biểu của cấp trên trước khi gửi.</source>
        <translation>Form II.05: received, handled, open, published in the days chosen. Its columns are our understanding; compare them with the form you were sent before you send it.</translation>
    </message>
</context>
<context>
    <name>BookPanel</name>
    <message>
        <source>Xem trước (Ctrl+Enter)</source>
        <translation>Preview (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>In (Ctrl+P)</source>
        <translation>Print (Ctrl+P)</translation>
    </message>
    <message>
        <source>Lưu PDF… (Ctrl+S)</source>
        <translation>Save PDF… (Ctrl+S)</translation>
    </message>
    <message>
        <source>Đang lập sổ, danh sách…</source>
        <translation>Drawing up the book or list…</translation>
    </message>
    <message>
        <source>Đã lập: {rows} dòng.</source>
        <translation>Drawn up: {rows} line(s).</translation>
    </message>
    <message>
        <source>Đã lập: {rows} dòng, {papers} quyển hoặc phiếu.</source>
        <translation>Drawn up: {rows} line(s), {papers} books or slips.</translation>
    </message>
    <message>
        <source>Đã ghi {file}.</source>
        <translation>Wrote {file}.</translation>
    </message>
</context>
<context>
    <name>BooksPage</name>
    <message>
        <source>Sổ, danh sách</source>
        <translation>Books, lists</translation>
    </message>
    <message>
        <source>Bàn giao bằng quét mã</source>
        <translation>Hand over by scanning</translation>
    </message>
    <message>
        <source>Nhật ký in giấy</source>
        <translation>Print log</translation>
    </message>
    <message>
        <source>Sổ và danh sách</source>
        <translation>Books and lists</translation>
    </message>
</context>
<context>
    <name>Bubble</name>
    <message>
        <source>&amp;Bỏ qua</source>
        <translation>&amp;Skip</translation>
    </message>
    <message>
        <source>{number} trên {of}</source>
        <translation>{number} of {of}</translation>
    </message>
    <message>
        <source>&amp;Xong</source>
        <translation>&amp;Done</translation>
    </message>
    <message>
        <source>&amp;Tiếp theo</source>
        <translation>&amp;Next</translation>
    </message>
</context>
<context>
    <name>BulkDialog</name>
    <message>
        <source>Làm cho các hồ sơ đã chọn</source>
        <translation>Act on the selected dossiers</translation>
    </message>
    <message>
        <source>{count} hồ sơ đã chọn</source>
        <translation>{count} selected</translation>
    </message>
    <message>
        <source>{count} hồ sơ đã xong</source>
        <translation>{count} done</translation>
    </message>
    <message>
        <source>{count} không làm được</source>
        <translation>{count} not possible</translation>
    </message>
    <message>
        <source>{count} chưa làm</source>
        <translation>{count} not begun</translation>
    </message>
    <message>
        <source>Kết quả của từng hồ sơ</source>
        <translation>Result of each dossier</translation>
    </message>
    <message>
        <source>Làm với {count} hồ sơ còn lại (Ctrl+Enter)</source>
        <translation>Do the remaining {count} (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Làm (Ctrl+Enter)</source>
        <translation>Do it (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Dừng (Esc)</source>
        <translation>Stop (Esc)</translation>
    </message>
    <message>
        <source>Đóng (Esc)</source>
        <translation>Close (Esc)</translation>
    </message>
    <message>
        <source>&amp;Việc</source>
        <translation>&amp;Action</translation>
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
</context>
<context>
    <name>CertificationForm</name>
    <message>
        <source>để trống nếu có thu</source>
        <translation>leave empty if a fee is charged</translation>
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
        <source>&amp;Việc chứng thực</source>
        <translation>&amp;Kind of certification</translation>
    </message>
    <message>
        <source>Giấy tờ cần chứng thực</source>
        <translation>Papers to certify</translation>
    </message>
    <message>
        <source>N&amp;gười ký chứng thực</source>
        <translation>&amp;Signed by</translation>
    </message>
    <message>
        <source>Chức vụ</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>&amp;Miễn phí vì</source>
        <translation>&amp;Free because</translation>
    </message>
</context>
<context>
    <name>CertificationPage</name>
    <message>
        <source>Còn giấy tờ chưa chứng thực; nhấn Ctrl+Enter trước, hoặc bỏ các dòng ấy.</source>
        <translation>Some papers are not certified yet; press Ctrl+Enter first, or remove those lines.</translation>
    </message>
    <message>
        <source>Chưa có người nào để làm tiếp; hãy quét thẻ hoặc nhập số định danh.</source>
        <translation>There is nobody to go on with yet; scan a card or type an identity number.</translation>
    </message>
    <message>
        <source>Chưa chứng thực cho ai nên chưa có phiếu.</source>
        <translation>Nothing has been certified yet, so there is no slip.</translation>
    </message>
    <message>
        <source>Đã chứng thực cho {name}: số {numbers}, quyển {book}; {copies} bản, {fee} đồng.</source>
        <translation>Certified for {name}: number {numbers}, book {book}; copies: {copies}, {fee} VND.</translation>
    </message>
    <message>
        <source>Chứng thực</source>
        <translation>Certification</translation>
    </message>
    <message>
        <source>Insert thêm dòng · F8 cùng người, việc khác · F9 in lại phiếu đang chọn</source>
        <translation>Insert adds a line · F8 same person, another matter · F9 reprints the chosen slip</translation>
    </message>
</context>
<context>
    <name>ChartCard</name>
    <message>
        <source>Không có {unit} nào.</source>
        <translation>There is nothing to show ({unit}).</translation>
    </message>
    <message>
        <source>Enter để mở danh sách hồ sơ.</source>
        <translation>Enter opens the list of dossiers.</translation>
    </message>
</context>
<context>
    <name>CheckStep</name>
    <message>
        <source>Đọc thử</source>
        <translation>Trial reading</translation>
    </message>
    <message>
        <source>Lưu các dòng lỗi để sửa… (Ctrl+E)</source>
        <translation>Save the faulty rows to be mended… (Ctrl+E)</translation>
    </message>
    <message>
        <source>Chỗ sai, chỗ đáng ngờ</source>
        <translation>Faults and doubts</translation>
    </message>
    <message>
        <source>Dòng</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>Mức</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>Cột</source>
        <translation>Column</translation>
    </message>
    <message>
        <source>Ô ghi</source>
        <translation>The cell says</translation>
    </message>
    <message>
        <source>Sai ở đâu, cần làm gì</source>
        <translation>What is wrong, what to do</translation>
    </message>
    <message>
        <source>Bảng có {shown} dòng đầu trong {all}; tệp lưu ra có đủ.</source>
        <translation>The table has the first {shown} of {all}; the saved file has them all.</translation>
    </message>
    <message>
        <source>lỗi, không nhập</source>
        <translation>fault, left out</translation>
    </message>
    <message>
        <source>đáng ngờ</source>
        <translation>doubtful</translation>
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
    <name>CitizenView</name>
    <message>
        <source>Màn hình cho người dân</source>
        <translation>Screen for the citizen</translation>
    </message>
    <message>
        <source>Xin kiểm tra giúp, trước khi tiếp nhận:</source>
        <translation>Please check before it is received:</translation>
    </message>
    <message>
        <source>Nếu có chỗ chưa đúng, xin nói ngay với cán bộ.</source>
        <translation>If anything is wrong, please tell the clerk now.</translation>
    </message>
    <message>
        <source>Họ và tên</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>Ngày sinh</source>
        <translation>Born</translation>
    </message>
    <message>
        <source>Người nộp thay</source>
        <translation>Submitted by</translation>
    </message>
    <message>
        <source>Việc đề nghị</source>
        <translation>Request</translation>
    </message>
    <message>
        <source>Hẹn trả kết quả</source>
        <translation>Result due</translation>
    </message>
</context>
<context>
    <name>ClockStrip</name>
    <message>
        <source>Hạn hiện nay</source>
        <translation>Present due date</translation>
    </message>
    <message>
        <source>Sau việc này</source>
        <translation>After this action</translation>
    </message>
    <message>
        <source>Hạn gốc, giữ nguyên</source>
        <translation>Original due date, unchanged</translation>
    </message>
    <message>
        <source>Hẹn lại</source>
        <translation>New date</translation>
    </message>
    <message>
        <source>Điền đủ các ô để biết hạn sau việc này.</source>
        <translation>Fill in all fields to see the due date after this action.</translation>
    </message>
    <message>
        <source>Không đổi.</source>
        <translation>No change.</translation>
    </message>
    <message>
        <source>Muộn hơn {days} ngày làm việc.</source>
        <translation>Later by {days} working day(s).</translation>
    </message>
    <message>
        <source>Sớm hơn {days} ngày làm việc.</source>
        <translation>Earlier by {days} working day(s).</translation>
    </message>
</context>
<context>
    <name>ClockWatch</name>
    <message>
        <source>Giờ máy đang đúng</source>
        <translation>This PC’s time is right</translation>
    </message>
</context>
<context>
    <name>ClosedList</name>
    <message>
        <source>Các kỳ đã chốt</source>
        <translation>Closed periods</translation>
    </message>
    <message>
        <source>&amp;Xem, in bản đã chốt</source>
        <translation>&amp;See, print the closed form</translation>
    </message>
    <message>
        <source>Lưu Excel &amp;bản đã chốt…</source>
        <translation>Save the closed form as &amp;Excel…</translation>
    </message>
    <message>
        <source>Các kỳ đã chốt (Enter để xem)</source>
        <translation>Closed periods (Enter to look at one)</translation>
    </message>
    <message>
        <source>{who} chốt lúc {at}, mã {digits}…</source>
        <translation>closed by {who} at {at}, code {digits}…</translation>
    </message>
    <message>
        <source>KHÔNG CÓ HIỆU LỰC, máy khác đã chốt trước; khác {count} con số</source>
        <translation>DOES NOT HOLD, another desk closed it first; {count} figures differ</translation>
    </message>
    <message>
        <source>vẫn đúng số hôm nay</source>
        <translation>still today&apos;s figures</translation>
    </message>
    <message>
        <source>nay khác {count} con số</source>
        <translation>{count} figures are different today</translation>
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
    <name>ColumnsStep</name>
    <message>
        <source>Số hồ sơ cũ</source>
        <translation>Old dossier number</translation>
    </message>
    <message>
        <source>Họ và tên</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>Số CCCD, CMND</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>Số điện thoại</source>
        <translation>Phone number</translation>
    </message>
    <message>
        <source>Địa chỉ</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Mã thủ tục</source>
        <translation>Procedure code</translation>
    </message>
    <message>
        <source>Tên thủ tục</source>
        <translation>Procedure name</translation>
    </message>
    <message>
        <source>Lĩnh vực</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>Ngày nhận</source>
        <translation>Received on</translation>
    </message>
    <message>
        <source>Ngày hẹn trả</source>
        <translation>Due on</translation>
    </message>
    <message>
        <source>Ngày có kết quả</source>
        <translation>Result on</translation>
    </message>
    <message>
        <source>Ngày trả kết quả</source>
        <translation>Handed over on</translation>
    </message>
    <message>
        <source>Kết quả, tình trạng</source>
        <translation>Result, state</translation>
    </message>
    <message>
        <source>Ghi chú</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Cột nào là gì</source>
        <translation>What each column tells</translation>
    </message>
    <message>
        <source>Cột trong sổ</source>
        <translation>Column of the register</translation>
    </message>
    <message>
        <source>Những ô đầu</source>
        <translation>First cells</translation>
    </message>
    <message>
        <source>Là</source>
        <translation>Tells</translation>
    </message>
    <message>
        <source>Các cột được nhớ từ lần nhập trước.</source>
        <translation>The columns are remembered from the last import.</translation>
    </message>
    <message>
        <source>Xem lại từng cột; phải có {needed}.</source>
        <translation>Look at each column; {needed} must be there.</translation>
    </message>
    <message>
        <source>(bỏ qua)</source>
        <translation>(pass over)</translation>
    </message>
</context>
<context>
    <name>ComingBack</name>
    <message>
        <source>Đang đóng sổ hồ sơ…</source>
        <translation>Closing the register…</translation>
    </message>
    <message>
        <source>Đang phục hồi từ bản sao…</source>
        <translation>Restoring from the copy…</translation>
    </message>
    <message>
        <source>Sổ đang có được giữ lại bên cạnh, không bị xoá.</source>
        <translation>The present register is kept beside it, nothing is deleted.</translation>
    </message>
</context>
<context>
    <name>Companions</name>
    <message>
        <source>Hướng dẫn &amp;từng bước</source>
        <translation>Step by &amp;step</translation>
    </message>
</context>
<context>
    <name>Contents</name>
    <message>
        <source>Giao diện</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>In giấy tờ</source>
        <translation>Printing</translation>
    </message>
    <message>
        <source>Máy quét mã</source>
        <translation>Code scanner</translation>
    </message>
    <message>
        <source>Quét giấy tờ</source>
        <translation>Scanning papers</translation>
    </message>
    <message>
        <source>Tin nhắn</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Giấy in sẵn</source>
        <translation>Blank slips</translation>
    </message>
    <message>
        <source>Mã PIN của tôi</source>
        <translation>My PIN</translation>
    </message>
    <message>
        <source>Tự khoá</source>
        <translation>Locking by itself</translation>
    </message>
    <message>
        <source>Cơ quan</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>Giờ làm việc</source>
        <translation>Working hours</translation>
    </message>
    <message>
        <source>Người dùng</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Lời văn mẫu giấy</source>
        <translation>Wording of forms</translation>
    </message>
    <message>
        <source>Sao lưu</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>Khoá dữ liệu</source>
        <translation>Locking the data</translation>
    </message>
    <message>
        <source>Ai đã xem, in, sửa</source>
        <translation>Who saw, printed, changed</translation>
    </message>
    <message>
        <source>Bộ hồ sơ thanh tra</source>
        <translation>Inspection pack</translation>
    </message>
    <message>
        <source>Hết thời hạn lưu</source>
        <translation>Retention over</translation>
    </message>
    <message>
        <source>Lưu phản ánh</source>
        <translation>Keeping feedback</translation>
    </message>
    <message>
        <source>Phiên bản</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Nhờ hỗ trợ</source>
        <translation>Asking for help</translation>
    </message>
</context>
<context>
    <name>CopiesPanel</name>
    <message>
        <source>Các bản sao</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>Mật khẩu mở sổ, hoặc khoá phục hồi đã in</source>
        <translation>Passphrase, or the printed recovery key</translation>
    </message>
    <message>
        <source>&amp;Phục hồi bản này</source>
        <translation>&amp;Restore this one</translation>
    </message>
    <message>
        <source>Đang tìm các bản sao…</source>
        <translation>Looking for copies…</translation>
    </message>
    <message>
        <source>Đang so bản sao với sổ đang có…</source>
        <translation>Comparing the copy with the present register…</translation>
    </message>
    <message>
        <source>Trong thư mục này chưa có bản sao nào.</source>
        <translation>There is no copy in this folder yet.</translation>
    </message>
    <message>
        <source>đã khoá, gõ mật khẩu để xem</source>
        <translation>locked, type the passphrase to see it</translation>
    </message>
</context>
<context>
    <name>Copying</name>
    <message>
        <source>Đã sao lưu vào {file}; bản sao nguyên vẹn.</source>
        <translation>Backed up to {file}; the copy is whole.</translation>
    </message>
    <message>
        <source>Bản sao nằm cùng ổ đĩa với sổ; nên chọn USB hoặc ổ khác.</source>
        <translation>The copy lies on the same disk as the register; choose a USB stick or another disk.</translation>
    </message>
    <message>
        <source>Sổ hồ sơ có chỗ hỏng nên chưa sao lưu được; hãy báo người phụ trách, rồi bấm “Cứu sổ” khi vắng khách.</source>
        <translation>The register is damaged somewhere and could not be copied; tell whoever is in charge, then press “Salvage the register” when nobody waits.</translation>
    </message>
    <message>
        <source>Cứu sổ…</source>
        <translation>Salvage the register…</translation>
    </message>
    <message>
        <source>Sổ hồ sơ chưa có bản sao nào.</source>
        <translation>The register has no copy yet.</translation>
    </message>
    <message>
        <source>Đã {days} ngày sổ hồ sơ không được sao lưu.</source>
        <translation>The register has not been backed up for {days} days.</translation>
    </message>
</context>
<context>
    <name>CountField</name>
    <message>
        <source>Hãy ghi bằng chữ số, từ 1 trở lên.</source>
        <translation>Write it in digits, 1 or more.</translation>
    </message>
</context>
<context>
    <name>Courier</name>
    <message>
        <source>Đã giao {sent} tin cho cổng gửi, nhận {answered} trả lời.</source>
        <translation>Messages handed to the gateway: {sent}; answers received: {answered}.</translation>
    </message>
    <message>
        <source>Máy đã tự giao {sent} tin cho cổng gửi, nhận {answered} trả lời.</source>
        <translation>Messages handed to the gateway automatically: {sent}; answers received: {answered}.</translation>
    </message>
    <message>
        <source>Có tin không gửi được; xem trang Xin lỗi (Ctrl+5).</source>
        <translation>Some messages could not be sent; see the page Apologies (Ctrl+5).</translation>
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
    <name>DefinitionsPanel</name>
    <message>
        <source>Cách tính trước hạn, quá hạn</source>
        <translation>How early and late are told</translation>
    </message>
    <message>
        <source>Theo: {source}</source>
        <translation>After: {source}</translation>
    </message>
</context>
<context>
    <name>DemoFolder</name>
    <message>
        <source>Đang chuẩn bị dữ liệu thử…</source>
        <translation>Preparing trial data…</translation>
    </message>
    <message>
        <source>Vài giây nữa là xong. Mọi người và hồ sơ đều là bịa.</source>
        <translation>A few seconds more. All people and dossiers are invented.</translation>
    </message>
</context>
<context>
    <name>DevicesSection</name>
    <message>
        <source>Máy quét mã (QR, mã vạch) gõ chữ như một bàn phím. Thử ở đây để biết nó gửi đúng chưa; hai tờ hướng dẫn in ra để cạnh máy.</source>
        <translation>A code scanner (QR, bar code) types like a keyboard. Try here whether it sends correctly; the two sheets are to be printed and kept beside the PC.</translation>
    </message>
    <message>
        <source>&amp;Thử máy quét…</source>
        <translation>&amp;Try the scanner…</translation>
    </message>
    <message>
        <source>In tờ cài đặt máy quét và &amp;mã thử…</source>
        <translation>Print scanner settings and test &amp;codes…</translation>
    </message>
    <message>
        <source>In tờ &amp;bộ gõ và các phím…</source>
        <translation>Print typing tool and &amp;keys…</translation>
    </message>
</context>
<context>
    <name>Doing</name>
    <message>
        <source>{code}: {act}, đã ghi.</source>
        <translation>{code}: {act}, written down.</translation>
    </message>
</context>
<context>
    <name>DossierBar</name>
    <message>
        <source>Việc khác (F10)</source>
        <translation>Other actions (F10)</translation>
    </message>
    <message>
        <source>In giấy (Ctrl+P)</source>
        <translation>Print paper (Ctrl+P)</translation>
    </message>
    <message>
        <source>Giấy tờ khác (Alt+{letter})</source>
        <translation>Other papers (Alt+{letter})</translation>
    </message>
    <message>
        <source>Giải thích hạn (F4)</source>
        <translation>Explain the due date (F4)</translation>
    </message>
    <message>
        <source>Người này – thủ tục khác (F8)</source>
        <translation>This person – another procedure (F8)</translation>
    </message>
    <message>
        <source>Khảo sát (Alt+{letter})</source>
        <translation>Survey (Alt+{letter})</translation>
    </message>
    <message>
        <source>Quay lại (Esc)</source>
        <translation>Back (Esc)</translation>
    </message>
    <message>
        <source>{paper} (in lại, bản cũ không còn đúng)</source>
        <translation>{paper} (print again, the old one is no longer right)</translation>
    </message>
    <message>
        <source>{paper} (đã in {times} lần)</source>
        <translation>{paper} (printed {times} time(s))</translation>
    </message>
    <message>
        <source>Xem trước rồi in</source>
        <translation>Preview, then print</translation>
    </message>
    <message>
        <source>Hồ sơ {state}.</source>
        <translation>Dossier: {state}.</translation>
    </message>
    <message>
        <source>Tài khoản này không có việc gì để làm.</source>
        <translation>There is nothing this account can do.</translation>
    </message>
    <message>
        <source>Chỉ hiện việc làm được lúc này.</source>
        <translation>Only what can be done now is shown.</translation>
    </message>
    <message>
        <source>Lúc này không làm được: {act}. Hồ sơ {state}; F10 hiện các việc làm được.</source>
        <translation>Not possible now: {act}. The dossier {state}; F10 shows what is.</translation>
    </message>
</context>
<context>
    <name>DossierListPage</name>
    <message>
        <source>Hồ sơ</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>&amp;Làm cho các hồ sơ đã chọn… (Ctrl+Enter)</source>
        <translation>Act on the &amp;selected dossiers… (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Dấu cách chọn thêm từng dòng, Ctrl+A chọn tất cả, Esc bỏ chọn.</source>
        <translation>Space adds line by line, Ctrl+A selects all, Esc clears the selection.</translation>
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
        <source>Mỗi lần làm nhiều nhất {most} hồ sơ; hãy lọc hoặc chọn ít hơn.</source>
        <translation>At most {most} dossiers can be done at once; filter or select fewer.</translation>
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
        <source>đã chọn {chosen} · {told}</source>
        <translation>selected {chosen} · {told}</translation>
    </message>
    <message>
        <source>Đã chép {count} dòng.</source>
        <translation>Lines copied: {count}.</translation>
    </message>
</context>
<context>
    <name>DossierPage</name>
    <message>
        <source>Nội dung hồ sơ</source>
        <translation>What the dossier holds</translation>
    </message>
    <message>
        <source>hẹn lại {moment}</source>
        <translation>new date {moment}</translation>
    </message>
    <message>
        <source>đồng hồ đang dừng</source>
        <translation>the clock is stopped</translation>
    </message>
    <message>
        <source>hẹn trả {moment}</source>
        <translation>due {moment}</translation>
    </message>
    <message>
        <source>đang ở {holder}</source>
        <translation>with {holder}</translation>
    </message>
</context>
<context>
    <name>DraftEditor</name>
    <message>
        <source>Dự thảo thư xin lỗi</source>
        <translation>Draft apology letter</translation>
    </message>
    <message>
        <source>Đã ghi lý do chậm của hồ sơ {code}.</source>
        <translation>Reason for the delay of dossier {code} recorded.</translation>
    </message>
    <message>
        <source>Đã ký thư xin lỗi hồ sơ {code}, hẹn lại ngày {day}.</source>
        <translation>Apology letter of dossier {code} signed, new date {day}.</translation>
    </message>
    <message>
        <source>Chưa chọn nguyên nhân; phím F4 mở danh sách.</source>
        <translation>No cause chosen yet; F4 opens the list.</translation>
    </message>
    <message>
        <source>Ngày hẹn lại phải là ngày làm việc; hãy chọn ngày khác.</source>
        <translation>The new date must be a working day; choose another.</translation>
    </message>
    <message>
        <source>&amp;Ghi lý do</source>
        <translation>Rec&amp;ord reason</translation>
    </message>
    <message>
        <source>Ký thư (Ctrl+Enter)</source>
        <translation>Sign letter (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Đóng (Esc)</source>
        <translation>Close (Esc)</translation>
    </message>
    <message>
        <source>{code} – {owner}</source>
        <translation>{code} – {owner}</translation>
    </message>
    <message>
        <source>Hạn trả {due}, thư gửi chậm nhất ngày {day}.</source>
        <translation>Due {due}, letter to be sent by {day} at the latest.</translation>
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
        <source>In phiếu hướng dẫn (Ctrl+P)</source>
        <translation>Print guidance slip (Ctrl+P)</translation>
    </message>
    <message>
        <source>Giấy tờ phải nộp và giấy còn thiếu, để mang về; không ghi sổ gì.</source>
        <translation>Papers to submit and papers still missing, to take home; nothing goes into the register.</translation>
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
        <source>Nhập hồ sơ và &amp;in (Ctrl+Enter)</source>
        <translation>Enter and prin&amp;t (Ctrl+Enter)</translation>
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
        <source>Chưa tiếp nhận: còn thiếu giấy tờ</source>
        <translation>Not received yet: papers are missing</translation>
    </message>
    <message>
        <source>Nếu đủ giấy tờ ngay bây giờ thì hẹn trả {due}.</source>
        <translation>If every paper were here now, the result would be due {due}.</translation>
    </message>
    <message>
        <source>Thủ tục này không có thời hạn.</source>
        <translation>This procedure has no time limit.</translation>
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
    <name>EditorFields</name>
    <message>
        <source>&amp;Nguyên nhân</source>
        <translation>&amp;Cause</translation>
    </message>
    <message>
        <source>Chậm do ai, cơ &amp;quan nào</source>
        <translation>Person or office behind the &amp;delay</translation>
    </message>
    <message>
        <source>&amp;Lý do ghi trong thư</source>
        <translation>&amp;Reason given in the letter</translation>
    </message>
    <message>
        <source>&amp;Hẹn lại ngày</source>
        <translation>&amp;New date</translation>
    </message>
    <message>
        <source>&amp;Vì sao gửi muộn</source>
        <translation>Why sent &amp;late</translation>
    </message>
    <message>
        <source>Người &amp;ký</source>
        <translation>&amp;Signed by</translation>
    </message>
    <message>
        <source>để trống thì thư ghi nguyên nhân ở trên</source>
        <translation>if empty, the letter gives the cause above</translation>
    </message>
    <message>
        <source>Máy đề nghị: {why}.</source>
        <translation>Suggested: {why}.</translation>
    </message>
    <message>
        <source>Ngày này cơ quan nghỉ; hãy chọn ngày làm việc.</source>
        <translation>The office is closed on this day; choose a working day.</translation>
    </message>
    <message>
        <source>Bạn chọn: {days:02d} ngày làm việc sau hạn gốc {due}; máy đề nghị {proposed:%d/%m/%Y}.</source>
        <translation>You chose: {days:02d} working day(s) after the original due date {due}; suggested is {proposed:%d/%m/%Y}.</translation>
    </message>
</context>
<context>
    <name>EnrolForm</name>
    <message>
        <source>Quầy {slot}</source>
        <translation>Desk {slot}</translation>
    </message>
    <message>
        <source>Chọn tệp…</source>
        <translation>Choose a file…</translation>
    </message>
    <message>
        <source>Địa &amp;chỉ máy chủ</source>
        <translation>Server &amp;address</translation>
    </message>
    <message>
        <source>&amp;Mã ghi danh dùng một lần</source>
        <translation>One-time &amp;code</translation>
    </message>
    <message>
        <source>&amp;Tên máy này</source>
        <translation>&amp;Name of this PC</translation>
    </message>
    <message>
        <source>C&amp;hứng thư gốc, nếu người quản trị máy chủ đưa kèm</source>
        <translation>&amp;Root certificate, if the server&apos;s administrator gave one</translation>
    </message>
    <message>
        <source>&amp;Rời “{server}” để sang máy chủ này</source>
        <translation>&amp;Leave “{server}” for this server</translation>
    </message>
    <message>
        <source>Máy này đang thuộc máy chủ khác</source>
        <translation>This PC belongs to another server</translation>
    </message>
    <message>
        <source>Ghi &amp;danh</source>
        <translation>&amp;Enrol</translation>
    </message>
    <message>
        <source>Nhận tệp giấy mời (không có mạng)…</source>
        <translation>Open an invitation file (no network)…</translation>
    </message>
    <message>
        <source>Thôi, giữ máy chủ cũ</source>
        <translation>No, keep the present server</translation>
    </message>
    <message>
        <source>Hãy gõ địa chỉ do người quản trị máy chủ cấp.</source>
        <translation>Type the address that the server&apos;s administrator gave you.</translation>
    </message>
    <message>
        <source>Hãy gõ mã ghi danh do người quản trị máy chủ cấp.</source>
        <translation>Type the code that the server&apos;s administrator gave you.</translation>
    </message>
    <message>
        <source>Hãy đánh dấu nếu đúng là muốn chuyển; hồ sơ trên máy này vẫn được giữ.</source>
        <translation>Tick this if you do want to move; the dossiers on this PC are kept.</translation>
    </message>
    <message>
        <source>Giấy mời ghi danh</source>
        <translation>Invitation</translation>
    </message>
    <message>
        <source>Chứng thư gốc của máy chủ</source>
        <translation>The server&apos;s root certificate</translation>
    </message>
    <message>
        <source>Đang hỏi máy chủ…</source>
        <translation>Asking the server…</translation>
    </message>
    <message>
        <source>Ghi danh với máy chủ cấp trên</source>
        <translation>Enrol at the server above</translation>
    </message>
    <message>
        <source>Người quản trị máy chủ cấp một mã cho từng máy, dùng một lần trong 24 giờ. Chưa ghi danh thì máy này vẫn làm việc đầy đủ, hồ sơ giữ tại đây.</source>
        <translation>The server&apos;s administrator gives each PC a code that is good once, for 24 hours. Until then this PC works in full, and the dossiers stay here.</translation>
    </message>
    <message>
        <source>Chỉ người quản trị ghi danh được; hãy nhờ quản trị.</source>
        <translation>Only an administrator can enrol; please ask one.</translation>
    </message>
</context>
<context>
    <name>ExchangePage</name>
    <message>
        <source>Các lần trao đổi (Alt+L)</source>
        <translation>Exchanges (Alt+L)</translation>
    </message>
    <message>
        <source>Trao đổi ngay (Ctrl+Enter)</source>
        <translation>Exchange now (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>So với máy chủ (Alt+S)</source>
        <translation>Compare with the server (Alt+S)</translation>
    </message>
    <message>
        <source>Ghi ra USB… (Alt+U)</source>
        <translation>Write to USB… (Alt+U)</translation>
    </message>
    <message>
        <source>Nhận từ USB… (Alt+N)</source>
        <translation>Take from USB… (Alt+N)</translation>
    </message>
    <message>
        <source>Biên bản đối soát (Ctrl+P)</source>
        <translation>Reconciliation sheet (Ctrl+P)</translation>
    </message>
    <message>
        <source>Chuyển sang máy chủ khác…</source>
        <translation>Move to another server…</translation>
    </message>
    <message>
        <source>Gói cập nhật và lời nhắn của máy chủ</source>
        <translation>The server&apos;s updates and messages</translation>
    </message>
    <message>
        <source>Các lần trao đổi</source>
        <translation>Exchanges</translation>
    </message>
    <message>
        <source>Đang so sổ của máy này với sổ của máy chủ…</source>
        <translation>Comparing this PC&apos;s register with the server&apos;s…</translation>
    </message>
    <message>
        <source>Đang ghi ra USB…</source>
        <translation>Writing to USB…</translation>
    </message>
    <message>
        <source>Đang nhận từ USB…</source>
        <translation>Taking from USB…</translation>
    </message>
    <message>
        <source>Đang lập biên bản…</source>
        <translation>Making the sheet…</translation>
    </message>
    <message>
        <source>Máy chủ: {server} · {address} · ghi danh lúc {moment} · vân tay khoá {print}</source>
        <translation>Server: {server} · {address} · enrolled {moment} · key fingerprint {print}</translation>
    </message>
    <message>
        <source>không có đường truyền</source>
        <translation>no line</translation>
    </message>
    <message>
        <source>Gói cập nhật và lời nhắn (Alt+G)</source>
        <translation>Updates and messages (Alt+G)</translation>
    </message>
    <message>
        <source>Gói cập nhật: {count} gói hỏng (Alt+G)</source>
        <translation>Updates: {count} broken (Alt+G)</translation>
    </message>
    <message>
        <source>Đã ghi danh; từ nay máy này tự trao đổi với máy chủ.</source>
        <translation>Enrolled; from now on this PC exchanges with the server by itself.</translation>
    </message>
    <message>
        <source>Máy chủ đã nhận đủ, có ký nhận</source>
        <translation>The server has everything, with its signed receipt</translation>
    </message>
    <message>
        <source>Chưa nối được máy chủ</source>
        <translation>The server is not reached</translation>
    </message>
    <message>
        <source>Đang trao đổi dần</source>
        <translation>Exchanging bit by bit</translation>
    </message>
    <message>
        <source>Chưa ghi danh</source>
        <translation>Not enrolled</translation>
    </message>
    <message>
        <source>Đang trao đổi…</source>
        <translation>Exchanging…</translation>
    </message>
    <message>
        <source>Ghi gói gửi máy chủ vào USB</source>
        <translation>Write the bundle for the server to USB</translation>
    </message>
    <message>
        <source>Nhận gói trả lời của máy chủ từ USB</source>
        <translation>Take the server&apos;s answer from USB</translation>
    </message>
    <message>
        <source>Trao đổi với máy chủ</source>
        <translation>Exchange with the server</translation>
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
        <source>Từng ngày một</source>
        <translation>Day by day</translation>
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
    <name>Export</name>
    <message>
        <source>Đang ghi bảng tính…</source>
        <translation>Writing the spreadsheet…</translation>
    </message>
    <message>
        <source>Đã ghi {count} dòng vào {file}.</source>
        <translation>Wrote {count} rows into {file}.</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Xuất bảng tính… (Ctrl+E)</source>
        <translation>Export… (Ctrl+E)</translation>
    </message>
    <message>
        <source>Xuất danh sách thành bảng tính</source>
        <translation>Export the list as a spreadsheet</translation>
    </message>
</context>
<context>
    <name>FeedbackDialog</name>
    <message>
        <source>{act} (Ctrl+Enter)</source>
        <translation>{act} (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Quay lại, giữ nháp (Esc)</source>
        <translation>Back, keep the draft (Esc)</translation>
    </message>
    <message>
        <source>Phản ánh: {title}</source>
        <translation>Feedback: {title}</translation>
    </message>
</context>
<context>
    <name>FeedbackPage</name>
    <message>
        <source>Tìm số phiếu, họ tên, nội dung</source>
        <translation>Find a number, a name, a text</translation>
    </message>
    <message>
        <source>Tìm phản ánh</source>
        <translation>Find feedback</translation>
    </message>
    <message>
        <source>Chỉ phản ánh &amp;chưa xong</source>
        <translation>&amp;Only what is open</translation>
    </message>
    <message>
        <source>Phản ánh, kiến nghị</source>
        <translation>Feedback</translation>
    </message>
    <message>
        <source>Không có phản ánh, kiến nghị nào. Nhấn Insert để ghi mới.</source>
        <translation>There is no feedback. Press Insert to take some down.</translation>
    </message>
    <message>
        <source>Ghi phản ánh mới (Insert)</source>
        <translation>New feedback (Insert)</translation>
    </message>
    <message>
        <source>In phiếu, trả lời (Ctrl+P)</source>
        <translation>Print slip, answer (Ctrl+P)</translation>
    </message>
    <message>
        <source>Chuyển xử lý… (Alt+C)</source>
        <translation>Give to… (Alt+C)</translation>
    </message>
    <message>
        <source>Hỏi thêm… (Alt+B)</source>
        <translation>Ask more… (Alt+B)</translation>
    </message>
    <message>
        <source>Đã bổ sung… (Alt+N)</source>
        <translation>Told more… (Alt+N)</translation>
    </message>
    <message>
        <source>Trả lời… (Alt+K)</source>
        <translation>Answer… (Alt+K)</translation>
    </message>
    <message>
        <source>Từ chối… (Alt+T)</source>
        <translation>Refuse… (Alt+T)</translation>
    </message>
    <message>
        <source>Công khai… (Alt+G)</source>
        <translation>Publish… (Alt+G)</translation>
    </message>
    <message>
        <source>Xoá thông tin… (Alt+X)</source>
        <translation>Redact… (Alt+X)</translation>
    </message>
</context>
<context>
    <name>FeedbackRetentionSection</name>
    <message>
        <source>Chưa thấy luật nào định thời hạn lưu phản ánh, kiến nghị, nên cơ quan tự đặt, ở từng máy. Chương trình chỉ nêu phản ánh đã hết hạn, không tự xoá gì: nhấn Enter để mở từng phản ánh, khi đã có quyết định thì nhấn Alt+X.</source>
        <translation>No law was found that says how long feedback is kept, so the office sets it, on each PC. The program only names what is due and deletes nothing by itself: Enter opens a piece of feedback; once it is decided, press Alt+X.</translation>
    </message>
    <message>
        <source>Lưu mấy &amp;năm sau khi trả lời</source>
        <translation>Keep for how many &amp;years after the answer</translation>
    </message>
    <message>
        <source>&amp;Số, ngày văn bản quyết định</source>
        <translation>&amp;Number and date of the decision</translation>
    </message>
    <message>
        <source>Đã đặt thời hạn lưu phản ánh, kiến nghị.</source>
        <translation>How long feedback is kept has been set.</translation>
    </message>
    <message>
        <source>Chưa đặt thời hạn: không nêu phản ánh nào để xoá. {source}.</source>
        <translation>No period is set: nothing is proposed for redaction. {source}.</translation>
    </message>
    <message>
        <source>Đang lưu {years} năm sau khi trả lời, từ chối. {source}.</source>
        <translation>Kept for {years} years after answer or refusal. {source}.</translation>
    </message>
    <message>
        <source>{count} phản ánh hết thời hạn lưu</source>
        <translation>{count} whose retention is over</translation>
    </message>
    <message>
        <source>xong {ended}, lưu đến {until}</source>
        <translation>handled {ended}, kept until {until}</translation>
    </message>
    <message>
        <source>Đặt &amp;thời hạn lưu</source>
        <translation>&amp;Set the period</translation>
    </message>
    <message>
        <source>Số phiếu</source>
        <translation>Sheets</translation>
    </message>
    <message>
        <source>Thời hạn</source>
        <translation>Time limit</translation>
    </message>
    <message>
        <source>Phản ánh hết thời hạn lưu</source>
        <translation>Feedback whose retention is over</translation>
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
    <message>
        <source>Chờ bổ sung</source>
        <translation>Waiting for a supplement</translation>
    </message>
    <message>
        <source>Tạm dừng</source>
        <translation>Suspended</translation>
    </message>
    <message>
        <source>Đã xin lỗi / quá hạn</source>
        <translation>Apologised / overdue</translation>
    </message>
    <message>
        <source>Dự thảo xin lỗi</source>
        <translation>Draft apologies</translation>
    </message>
    <message>
        <source>Việc cần xem lại</source>
        <translation>To review</translation>
    </message>
    <message>
        <source>Phản ánh quá hạn</source>
        <translation>Feedback overdue</translation>
    </message>
    <message>
        <source>Phản ánh sắp đến hạn</source>
        <translation>Feedback due soon</translation>
    </message>
    <message>
        <source>Đã xin lỗi {done}/{late} hồ sơ quá hạn</source>
        <translation>Apologised for {done}/{late} overdue dossiers</translation>
    </message>
    <message>
        <source>hơn {number}</source>
        <translation>over {number}</translation>
    </message>
</context>
<context>
    <name>FiguresPage</name>
    <message>
        <source>Số liệu</source>
        <translation>Figures</translation>
    </message>
</context>
<context>
    <name>FiguresTable</name>
    <message>
        <source>Số liệu theo lĩnh vực</source>
        <translation>Figures by field</translation>
    </message>
    <message>
        <source>Lĩnh vực</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>Tiếp
nhận</source>
        <translation>Re-
ceived</translation>
    </message>
    <message>
        <source>Trực
tuyến</source>
        <translation>On-
line</translation>
    </message>
    <message>
        <source>Trực
tiếp</source>
        <translation>In
person</translation>
    </message>
    <message>
        <source>Kỳ
trước</source>
        <translation>Carried
over</translation>
    </message>
    <message>
        <source>Đã
xong</source>
        <translation>Settled
in all</translation>
    </message>
    <message>
        <source>Trước
hạn</source>
        <translation>Early
</translation>
    </message>
    <message>
        <source>Đúng
hạn</source>
        <translation>On
time</translation>
    </message>
    <message>
        <source>Quá
hạn</source>
        <translation>Over-
due</translation>
    </message>
    <message>
        <source>Đang
làm</source>
        <translation>Open
in all</translation>
    </message>
    <message>
        <source>Trong
hạn</source>
        <translation>In
time</translation>
    </message>
</context>
<context>
    <name>FileStep</name>
    <message>
        <source>Chọn tệp, xem dòng tiêu đề</source>
        <translation>Choose the file, look at its head</translation>
    </message>
    <message>
        <source>Chọn &amp;tệp…</source>
        <translation>Choose &amp;file…</translation>
    </message>
    <message>
        <source>Chưa chọn tệp.</source>
        <translation>No file chosen yet.</translation>
    </message>
    <message>
        <source>Những dòng đầu của tệp</source>
        <translation>The first rows of the file</translation>
    </message>
    <message>
        <source>Chữ trong tệp là {letters}; sẽ đổi sang Unicode.</source>
        <translation>The file is written in {letters}; it will be turned into Unicode.</translation>
    </message>
    <message>
        <source>T&amp;rang</source>
        <translation>&amp;Sheet</translation>
    </message>
    <message>
        <source>&amp;Dòng tiêu đề</source>
        <translation>&amp;Head row</translation>
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
    <name>FolderSection</name>
    <message>
        <source>&amp;Thư mục</source>
        <translation>&amp;Folder</translation>
    </message>
    <message>
        <source>&amp;Chọn thư mục</source>
        <translation>&amp;Choose folder</translation>
    </message>
    <message>
        <source>&amp;Lưu</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>Không có thư mục này; hãy bấm “Chọn thư mục”, hoặc để trống.</source>
        <translation>There is no such folder; press “Choose folder”, or leave it empty.</translation>
    </message>
    <message>
        <source>Không ghi được thiết lập ({reason}); hãy kiểm tra ổ đĩa.</source>
        <translation>The settings could not be written ({reason}); check the disk.</translation>
    </message>
    <message>
        <source>Đã lưu thư mục.</source>
        <translation>Folder saved.</translation>
    </message>
    <message>
        <source>Đặt cho phần mềm của máy quét ghi vào một thư mục, rồi chọn thư mục ấy ở đây: khi mở một hồ sơ, tệp mới quét được mời đính kèm bằng một phím.</source>
        <translation>Let the scanner’s software save into a folder, then choose that folder here: when a dossier is opened, new scans are offered, to be attached with one key.</translation>
    </message>
    <message>
        <source>Tin SMS, Zalo và thư điện tử gửi người dân được ghi vào thư mục này để cổng gửi tin của tỉnh lấy đi. Chưa có cổng thì để trống: tin chờ lại, và danh sách gọi điện vẫn in được.</source>
        <translation>SMS, Zalo and e-mail messages to citizens are written to this folder, where the province’s gateway collects them. Without a gateway, leave it empty: messages wait, and the call list can still be printed.</translation>
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
    <name>FormsPanel</name>
    <message>
        <source>Các biểu báo cáo khác (Enter mở con số)</source>
        <translation>Other report forms (Enter opens a figure)</translation>
    </message>
    <message>
        <source>Biểu 07a/BTP</source>
        <translation>Form 07a/BTP</translation>
    </message>
    <message>
        <source>Chứng thực</source>
        <translation>Certifications</translation>
    </message>
    <message>
        <source>Nguyên nhân quá hạn</source>
        <translation>Reasons for delay</translation>
    </message>
    <message>
        <source>Phản ánh, kiến nghị (II.05)</source>
        <translation>Feedback (II.05)</translation>
    </message>
    <message>
        <source>Cột</source>
        <translation>Column</translation>
    </message>
    <message>
        <source>Nội dung</source>
        <translation>What it tells</translation>
    </message>
    <message>
        <source>Số</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>Số liệu của biểu</source>
        <translation>The form&apos;s figures</translation>
    </message>
    <message>
        <source>Mở con số (Enter)</source>
        <translation>Open the figure (Enter)</translation>
    </message>
    <message>
        <source>{report}, {column}; {line}, {period}</source>
        <translation>{report}, {column}; {line}, {period}</translation>
    </message>
    <message>
        <source>Con số {number}, gồm {size} dòng.</source>
        <translation>The figure is {number}, made of {size} lines.</translation>
    </message>
    <message>
        <source>&amp;Biểu</source>
        <translation>F&amp;orm</translation>
    </message>
    <message>
        <source>&amp;Dòng</source>
        <translation>&amp;Line</translation>
    </message>
</context>
<context>
    <name>FormsReading</name>
    <message>
        <source>Đã xử lý ▸ Trong hạn</source>
        <translation>Handled ▸ In time</translation>
    </message>
    <message>
        <source>Đã xử lý ▸ Quá hạn</source>
        <translation>Handled ▸ Late</translation>
    </message>
    <message>
        <source>Đã xử lý ▸ Từ chối</source>
        <translation>Handled ▸ Refused</translation>
    </message>
    <message>
        <source>Đang xử lý ▸ Trong hạn</source>
        <translation>Under way ▸ In time</translation>
    </message>
    <message>
        <source>Đang xử lý ▸ Quá hạn trả lời</source>
        <translation>Under way ▸ Answer overdue</translation>
    </message>
    <message>
        <source>Đang xử lý ▸ Chờ người gửi bổ sung</source>
        <translation>Under way ▸ Waiting for the sender</translation>
    </message>
    <message>
        <source>Ngoài biểu: về việc khác</source>
        <translation>Outside the form: about other matters</translation>
    </message>
    <message>
        <source>Tổng số</source>
        <translation>Total</translation>
    </message>
</context>
<context>
    <name>ForwardForm</name>
    <message>
        <source>Chuyển hồ sơ</source>
        <translation>Forward dossier</translation>
    </message>
    <message>
        <source>vài chữ không dấu; F4 mở danh sách</source>
        <translation>some letters without accents; F4 opens the list</translation>
    </message>
    <message>
        <source>Chuyển &amp;cho</source>
        <translation>&amp;Forward to</translation>
    </message>
    <message>
        <source>&amp;Lời nhắn</source>
        <translation>&amp;Note</translation>
    </message>
</context>
<context>
    <name>HandOverForm</name>
    <message>
        <source>Trả kết quả</source>
        <translation>Hand over result</translation>
    </message>
    <message>
        <source>để lại, chưa trả hồ sơ còn nợ phí</source>
        <translation>leave out dossiers with fees owed</translation>
    </message>
    <message>
        <source>thu {way}</source>
        <translation>collect: {way}</translation>
    </message>
    <message>
        <source>&amp;Phí, lệ phí chưa thu</source>
        <translation>&amp;Fees not collected yet</translation>
    </message>
    <message>
        <source>Kết quả trả cho người đã nộp hồ sơ, cùng bản chính đã nhận. Ai nhận thay thì trả riêng từng hồ sơ để ghi giấy uỷ quyền.</source>
        <translation>Results go to the person who submitted the dossier, with the originals received. If someone else collects, hand that dossier over by itself, to record the authorisation.</translation>
    </message>
</context>
<context>
    <name>HandingPanel</name>
    <message>
        <source>Quét ra: giao hồ sơ đi</source>
        <translation>Scan out: hand dossiers over</translation>
    </message>
    <message>
        <source>Quét vào: nhận hồ sơ về</source>
        <translation>Scan in: take dossiers over</translation>
    </message>
    <message>
        <source>quét mã trên giấy hẹn, hoặc gõ mã rồi Enter</source>
        <translation>scan the code on the receipt, or type it and press Enter</translation>
    </message>
    <message>
        <source>Bàn giao và in phiếu (Ctrl+Enter)</source>
        <translation>Hand over and print the slip (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Bỏ cả danh sách</source>
        <translation>Clear the list</translation>
    </message>
    <message>
        <source>Đang ghi bàn giao…</source>
        <translation>Recording the handover…</translation>
    </message>
    <message>
        <source>Hãy chọn bên giao và bên nhận trước khi quét.</source>
        <translation>Choose giver and receiver before scanning.</translation>
    </message>
    <message>
        <source>Đã thêm {code} – {name}. Cộng {count} hồ sơ.</source>
        <translation>Added {code} – {name}. Dossiers in all: {count}.</translation>
    </message>
    <message>
        <source>Đã bàn giao {count} hồ sơ.</source>
        <translation>Dossiers handed over: {count}.</translation>
    </message>
    <message>
        <source> Còn lại {count} hồ sơ trong danh sách.</source>
        <translation> Still in the list: {count}.</translation>
    </message>
    <message>
        <source>Hồ sơ bàn giao đã quét</source>
        <translation>Dossiers scanned for handing over</translation>
    </message>
    <message>
        <source>&amp;Việc</source>
        <translation>&amp;Action</translation>
    </message>
    <message>
        <source>Bên &amp;giao</source>
        <translation>&amp;Giver</translation>
    </message>
    <message>
        <source>Bên &amp;nhận</source>
        <translation>&amp;Receiver</translation>
    </message>
    <message>
        <source>Bàn giao bằng quét mã</source>
        <translation>Hand over by scanning</translation>
    </message>
    <message>
        <source>&amp;Mã hồ sơ</source>
        <translation>&amp;Dossier code</translation>
    </message>
</context>
<context>
    <name>HandingTable</name>
    <message>
        <source>Hồ sơ đã quét</source>
        <translation>Scanned dossiers</translation>
    </message>
    <message>
        <source>TT</source>
        <translation>Line</translation>
    </message>
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
        <source>Tình trạng</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>HandlingPanel</name>
    <message>
        <source>&amp;Mở hồ sơ của con số (Enter)</source>
        <translation>&amp;Open the figure&apos;s dossiers (Enter)</translation>
    </message>
    <message>
        <source>&amp;Chốt số liệu kỳ này…</source>
        <translation>&amp;Close this period&apos;s figures…</translation>
    </message>
    <message>
        <source>Tính lại từ &amp;sổ gốc</source>
        <translation>Count again from the &amp;journal</translation>
    </message>
    <message>
        <source>Chốt số liệu {period} của các báo cáo: {reports}? Đúng hạn tính: {rule}; cách gộp: {counting}. Số đã chốt không sửa được; đính chính về sau hiện bên cạnh.</source>
        <translation>Close the figures {period} of the reports {reports}? On time is judged: {rule}; gathered: {counting}. Closed figures cannot be changed; later corrections show beside them.</translation>
    </message>
    <message>
        <source>Chốt số liệu</source>
        <translation>Close the figures</translation>
    </message>
    <message>
        <source>Đang tính từ sổ gốc…</source>
        <translation>Counting from the journal…</translation>
    </message>
    <message>
        <source>Đã chốt số liệu {period}: {count} báo cáo.</source>
        <translation>Figures {period} closed: {count} reports.</translation>
    </message>
    <message>
        <source>Tính lại từ sổ gốc: {count} báo cáo đúng từng byte.</source>
        <translation>Counted again from the journal: {count} reports are the same to the byte.</translation>
    </message>
    <message>
        <source>Tính lại {reports} từ sổ gốc không ra đúng số đã chốt; hãy kiểm tra sổ và báo cho quản trị.</source>
        <translation>Counting {reports} again from the journal does not give the closed figures; check the register and tell the administrator.</translation>
    </message>
    <message>
        <source>Tổng số</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Chưa đính chính</source>
        <translation>Uncorrected</translation>
    </message>
    <message>
        <source>Đã chốt</source>
        <translation>As closed</translation>
    </message>
    <message>
        <source>II.06a cột {column}, {field}, {period}</source>
        <translation>II.06a column {column}, {field}, {period}</translation>
    </message>
    <message>
        <source>mọi lĩnh vực</source>
        <translation>all fields</translation>
    </message>
    <message>
        <source>Kỳ {period} không có trong danh sách chọn; hãy xem bằng dòng lệnh.</source>
        <translation>The period {period} is not among those to choose; look at it by the command line.</translation>
    </message>
    <message>
        <source>Kết quả giải quyết (II.06a)</source>
        <translation>Handling results (II.06a)</translation>
    </message>
</context>
<context>
    <name>HandlingWords</name>
    <message>
        <source>Trước và đúng hạn: {settled} trên số đã giải quyết; {received} trên số tiếp nhận.</source>
        <translation>Early and on time: {settled} of what was settled; {received} of what was received.</translation>
    </message>
    <message>
        <source>Chưa tính đính chính: {settled}; {received}.</source>
        <translation>Without corrections: {settled}; {received}.</translation>
    </message>
    <message>
        <source>Cột 9 gồm {no_limit} hồ sơ không đặt hạn và {returned} hồ sơ từ chối hoặc dừng theo yêu cầu; không gộp thì {strict}</source>
        <translation>Column 9 includes {no_limit} dossiers without a due date and {returned} refused or stopped on request; without these: {strict}</translation>
    </message>
</context>
<context>
    <name>HelpPane</name>
    <message>
        <source>Trang trợ giúp</source>
        <translation>Help page</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Trợ giúp</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Tìm: máy in, quét thẻ, hẹn lại…</source>
        <translation>Search: printer, scanning a card, new date…</translation>
    </message>
    <message>
        <source>Tìm trong trợ giúp</source>
        <translation>Search the help</translation>
    </message>
    <message>
        <source>Các trang trợ giúp</source>
        <translation>Help pages</translation>
    </message>
    <message>
        <source>Không có trang nào như vậy; hãy thử ít chữ hơn.</source>
        <translation>No such page; try fewer words.</translation>
    </message>
    <message>
        <source>Đó&amp;ng (Esc)</source>
        <translation>&amp;Close (Esc)</translation>
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
        <source>Quá hạn theo lĩnh vực</source>
        <translation>Overdue by field</translation>
    </message>
    <message>
        <source>Lĩnh vực</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>Ai đang giữ hồ sơ</source>
        <translation>Who holds the dossiers</translation>
    </message>
    <message>
        <source>Người, cơ quan</source>
        <translation>Person, office</translation>
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
        <source>Những gì sẽ đổi trong danh mục</source>
        <translation>What will change in the catalogue</translation>
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
    <name>InboxPage</name>
    <message>
        <source>Hồ sơ nộp trực tuyến</source>
        <translation>Submitted online</translation>
    </message>
    <message>
        <source>Không có hồ sơ nộp trực tuyến nào chờ tiếp nhận.</source>
        <translation>No online submission is waiting.</translation>
    </message>
    <message>
        <source>Kiểm tra, tiếp nhận (Enter)</source>
        <translation>Check and receive (Enter)</translation>
    </message>
    <message>
        <source>Tiếp nhận ngay (Ctrl+Enter)</source>
        <translation>Receive at once (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Yêu cầu bổ sung… (Alt+B)</source>
        <translation>Ask for a supplement… (Alt+B)</translation>
    </message>
    <message>
        <source>Từ chối… (Alt+T)</source>
        <translation>Refuse… (Alt+T)</translation>
    </message>
    <message>
        <source>Đã tiếp nhận thành hồ sơ {code}.</source>
        <translation>Accepted as dossier {code}.</translation>
    </message>
    <message>
        <source>Đã yêu cầu bổ sung, phiếu {code}.</source>
        <translation>Supplement asked for, slip {code}.</translation>
    </message>
    <message>
        <source>Đã từ chối, phiếu {code}.</source>
        <translation>Refused, notice {code}.</translation>
    </message>
    <message>
        <source>Mỗi hồ sơ phải được tiếp nhận hoặc trả lời trong 08 giờ làm việc kể từ khi nộp. Thời hạn giải quyết tính từ lúc tiếp nhận.</source>
        <translation>Each must be accepted or answered within 8 working hours of being submitted. The time limit runs from acceptance.</translation>
    </message>
    <message>
        <source>Vai trò của bạn chỉ xem; hãy để người tiếp nhận làm.</source>
        <translation>Your role may only look; leave it to whoever receives.</translation>
    </message>
</context>
<context>
    <name>IndicatorsPanel</name>
    <message>
        <source>Bộ chỉ số phục vụ (Quyết định 766)</source>
        <translation>Service quality indices (Decision 766)</translation>
    </message>
    <message>
        <source>Chỉ số</source>
        <translation>Index</translation>
    </message>
    <message>
        <source>Tên</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Tử số</source>
        <translation>Counted</translation>
    </message>
    <message>
        <source>Mẫu số</source>
        <translation>Of</translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Tỷ lệ</source>
        <translation>Share</translation>
    </message>
    <message>
        <source>Đủ điểm</source>
        <translation>Full marks</translation>
    </message>
    <message>
        <source>Mở tử số, mẫu số (Enter)</source>
        <translation>Open what was counted (Enter)</translation>
    </message>
    <message>
        <source>Đối chiếu (không tính điểm)</source>
        <translation>For comparison (no points)</translation>
    </message>
    <message>
        <source>Chỉ số {code} chưa có số liệu: {why}.</source>
        <translation>Index {code} has no figures yet: {why}.</translation>
    </message>
    <message>
        <source>Chưa có số liệu: {why}.</source>
        <translation>No figures yet: {why}.</translation>
    </message>
    <message>
        <source>Ước tính {words} có chỉ số tính được.</source>
        <translation>Estimated {words} whose indices can be counted.</translation>
    </message>
    <message>
        <source>Theo: {source}.</source>
        <translation>By: {source}.</translation>
    </message>
</context>
<context>
    <name>InspectionSection</name>
    <message>
        <source>Danh sách, số liệu và bằng chứng của một khoảng ngày, trong thư mục chỉ đọc: đoàn thanh tra mở và kiểm tra được ở máy không có chương trình. Mỗi lần lập đều được ghi lại.</source>
        <translation>The list, figures and proof of some days, in a read-only folder: inspectors open and verify it on a PC without the program. Each one made is recorded.</translation>
    </message>
    <message>
        <source>Chỉ lãnh đạo và quản trị lập được; hãy nhờ họ đăng nhập.</source>
        <translation>Only leaders and administrators can make one; ask them to sign in.</translation>
    </message>
    <message>
        <source>Thư mục &amp;mới</source>
        <translation>&amp;New folder</translation>
    </message>
    <message>
        <source>C&amp;họn nơi đặt…</source>
        <translation>C&amp;hoose where…</translation>
    </message>
    <message>
        <source>&amp;Lập bộ hồ sơ</source>
        <translation>Make the &amp;pack</translation>
    </message>
    <message>
        <source>&amp;Dừng</source>
        <translation>St&amp;op</translation>
    </message>
    <message>
        <source>Mở thư mụ&amp;c</source>
        <translation>Open the f&amp;older</translation>
    </message>
    <message>
        <source>Chép &amp;khoá ký</source>
        <translation>Copy the &amp;key</translation>
    </message>
    <message>
        <source>Đã lập {folder}: {dossiers} hồ sơ, {events} sự kiện. Khoá ký, ghi vào biên bản giao: {key}</source>
        <translation>Made {folder}: {dossiers} dossiers, {events} events. The signing key, to be written into the handover record: {key}</translation>
    </message>
    <message>
        <source>Nơi đặt bộ hồ sơ</source>
        <translation>Where to put the pack</translation>
    </message>
    <message>
        <source>Đã chép khoá ký.</source>
        <translation>The signing key was copied.</translation>
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
        <source>Giấy chung in được khi một người vừa nộp từ hai hồ sơ; hồ sơ nộp từ trước thì chọn trong danh sách rồi nhấn Ctrl+Enter.</source>
        <translation>One receipt for all can be printed once a person has just submitted two dossiers or more; select earlier dossiers in the list and press Ctrl+Enter.</translation>
    </message>
    <message>
        <source>Chưa chọn thủ tục để in hướng dẫn; hãy gõ vài chữ rồi nhấn Enter.</source>
        <translation>No procedure chosen for the guidance slip yet; type some letters and press Enter.</translation>
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
        <source>Đã nhập giấy in sẵn số {blank} thành hồ sơ {code}, {due}.</source>
        <translation>Blank slip {blank} entered as dossier {code}, {due}.</translation>
    </message>
    <message>
        <source>Đã tiếp nhận {code}, {due}.</source>
        <translation>Received {code}, {due}.</translation>
    </message>
    <message>
        <source>Shift+F9: in một giấy chung cho {count} hồ sơ của người này.</source>
        <translation>Shift+F9: print one receipt for the {count} dossiers of this person.</translation>
    </message>
</context>
<context>
    <name>Items</name>
    <message>
        <source>Giấy tờ, văn bản</source>
        <translation>Paper, document</translation>
    </message>
    <message>
        <source>Số trang</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Số bản</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>Phí (đồng)</source>
        <translation>Fee (VND)</translation>
    </message>
    <message>
        <source>vài chữ không dấu: btn, gks, cc</source>
        <translation>some letters without accents: btn, gks, cc</translation>
    </message>
    <message>
        <source>Bỏ dòng này</source>
        <translation>Remove this line</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Trợ giúp về trang này</source>
        <translation>Help on this page</translation>
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
        <source>Chứng thực</source>
        <translation>Certification</translation>
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
        <source>Xin lỗi, hẹn lại</source>
        <translation>Apologies, new dates</translation>
    </message>
    <message>
        <source>Phản ánh, kiến nghị</source>
        <translation>Feedback</translation>
    </message>
    <message>
        <source>Sổ và danh sách</source>
        <translation>Books and lists</translation>
    </message>
    <message>
        <source>Số liệu, báo cáo</source>
        <translation>Figures, reports</translation>
    </message>
    <message>
        <source>Trao đổi với máy chủ</source>
        <translation>Exchange with the server</translation>
    </message>
    <message>
        <source>Việc cần xem lại</source>
        <translation>To review</translation>
    </message>
    <message>
        <source>Hồ sơ nộp trực tuyến</source>
        <translation>Submitted online</translation>
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
        <source>Màn hình cho người dân: bật, tắt</source>
        <translation>Screen for the citizen: on, off</translation>
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
        <source>In lại giấy gần nhất</source>
        <translation>Reprint the latest paper</translation>
    </message>
    <message>
        <source>Một giấy chung cho các hồ sơ người ấy vừa nộp</source>
        <translation>One receipt for the dossiers this person has just submitted</translation>
    </message>
    <message>
        <source>Tiếp nhận, in và sẵn sàng cho người kế tiếp</source>
        <translation>Receive, print, and be ready for the next person</translation>
    </message>
    <message>
        <source>Mọi việc làm được với hồ sơ đang mở</source>
        <translation>Everything that can be done with the open dossier</translation>
    </message>
    <message>
        <source>Chuyển hồ sơ đang mở</source>
        <translation>Forward the open dossier</translation>
    </message>
    <message>
        <source>Ghi kết quả</source>
        <translation>Record result</translation>
    </message>
    <message>
        <source>Trả kết quả; tiếp tục hồ sơ tạm dừng</source>
        <translation>Hand over the result; resume a suspended dossier</translation>
    </message>
    <message>
        <source>Nhận bổ sung</source>
        <translation>Receive the supplement</translation>
    </message>
    <message>
        <source>Huỷ tiếp nhận trong 10 phút</source>
        <translation>Undo receiving, within 10 minutes</translation>
    </message>
    <message>
        <source>In giấy của hồ sơ; khi tiếp nhận: in hướng dẫn</source>
        <translation>Print the dossier’s paper; when receiving: the guidance slip</translation>
    </message>
    <message>
        <source>Giấy tờ khác của hồ sơ đang mở</source>
        <translation>Other papers of the open dossier</translation>
    </message>
    <message>
        <source>Khảo sát hài lòng về hồ sơ đang mở</source>
        <translation>Satisfaction survey about the open dossier</translation>
    </message>
    <message>
        <source>Chép các dòng đang chọn</source>
        <translation>Copy the selected lines</translation>
    </message>
    <message>
        <source>Lưu danh sách đang xem ra bảng tính</source>
        <translation>Save the list at hand as a spreadsheet</translation>
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
        <source>Đánh dấu dòng để làm nhiều hồ sơ một lần</source>
        <translation>Mark lines, to act on several dossiers at once</translation>
    </message>
    <message>
        <source>Đánh dấu hết</source>
        <translation>Mark all</translation>
    </message>
    <message>
        <source>Làm việc với các dòng đã đánh dấu</source>
        <translation>Act on the marked lines</translation>
    </message>
    <message>
        <source>Mở dòng đang chọn</source>
        <translation>Open the chosen line</translation>
    </message>
    <message>
        <source>Hiện số định danh, điện thoại; việc hiện số được ghi lại</source>
        <translation>Show identity and phone numbers; that they were shown is recorded</translation>
    </message>
    <message>
        <source>Ký thư (thẻ “Dự thảo”)</source>
        <translation>Sign letters (tab “Drafts”)</translation>
    </message>
    <message>
        <source>Ghi lý do, sửa dự thảo; ở thẻ “Đã ký”: đường gửi</source>
        <translation>Record reason, edit draft; on the tab “Signed”: ways of sending</translation>
    </message>
    <message>
        <source>Xem dự thảo; ở thẻ “Đã ký”: in thư</source>
        <translation>View draft; on the tab “Signed”: print letter</translation>
    </message>
    <message>
        <source>Sang thẻ “Dự thảo”, thẻ “Đã ký”</source>
        <translation>To the tab “Drafts”, to the tab “Signed”</translation>
    </message>
    <message>
        <source>Đường gửi: đã gửi, đã đến nơi, không được</source>
        <translation>Ways of sending: sent, arrived, failed</translation>
    </message>
    <message>
        <source>Kiểm tra, sửa rồi tiếp nhận ở trang tiếp nhận</source>
        <translation>Check, correct and receive on the intake page</translation>
    </message>
    <message>
        <source>Tiếp nhận ngay, đúng như đã nộp</source>
        <translation>Receive at once, just as submitted</translation>
    </message>
    <message>
        <source>Tệp đính kèm; Enter mở tệp</source>
        <translation>Attached files; Enter opens one</translation>
    </message>
    <message>
        <source>Yêu cầu bổ sung, từ chối</source>
        <translation>Ask for a supplement, refuse</translation>
    </message>
    <message>
        <source>Trao đổi ngay</source>
        <translation>Exchange now</translation>
    </message>
    <message>
        <source>So với máy chủ</source>
        <translation>Compare with the server</translation>
    </message>
    <message>
        <source>Ghi ra USB, nhận từ USB</source>
        <translation>Write to USB, take from USB</translation>
    </message>
    <message>
        <source>Các lần trao đổi, gói cập nhật và lời nhắn</source>
        <translation>Exchanges, updates and messages</translation>
    </message>
    <message>
        <source>Xem trước; khi bàn giao: bàn giao và in phiếu</source>
        <translation>Preview; when handing over: hand over and print the slip</translation>
    </message>
    <message>
        <source>In sổ, danh sách đang chọn</source>
        <translation>Print the chosen book or list</translation>
    </message>
    <message>
        <source>Lưu thành PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>In lại tờ đang chọn (nhật ký in giấy)</source>
        <translation>Reprint the chosen paper (print log)</translation>
    </message>
    <message>
        <source>Bỏ dòng vừa quét (bàn giao)</source>
        <translation>Remove a scanned line (handing over)</translation>
    </message>
    <message>
        <source>Thêm dòng</source>
        <translation>Add a line</translation>
    </message>
    <message>
        <source>Cùng người, việc khác</source>
        <translation>Same person, another matter</translation>
    </message>
    <message>
        <source>In lại phiếu đang chọn</source>
        <translation>Reprint the chosen slip</translation>
    </message>
    <message>
        <source>Trả lời câu hỏi; 0 là bỏ trống</source>
        <translation>Answer a question; 0 leaves it open</translation>
    </message>
    <message>
        <source>Sửa câu trước</source>
        <translation>Change the last answer</translation>
    </message>
    <message>
        <source>Ghi phiếu, sang phiếu kế tiếp</source>
        <translation>Save the sheet, go on to the next</translation>
    </message>
    <message>
        <source>Để người dân tự trả lời</source>
        <translation>Let the citizen answer</translation>
    </message>
    <message>
        <source>Tự chấm chỉ số (lãnh đạo)</source>
        <translation>Rate an index (leaders)</translation>
    </message>
    <message>
        <source>Mở hồ sơ của con số đang chọn</source>
        <translation>Open the dossiers of the chosen figure</translation>
    </message>
    <message>
        <source>Kỳ trước</source>
        <translation>The period before</translation>
    </message>
    <message>
        <source>Kỳ sau</source>
        <translation>The period after</translation>
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
        <source>Khi chứng thực</source>
        <translation>When certifying</translation>
    </message>
    <message>
        <source>Ở trang Sổ và danh sách</source>
        <translation>On the page Books and lists</translation>
    </message>
    <message>
        <source>Khi khảo sát hài lòng</source>
        <translation>In the satisfaction survey</translation>
    </message>
    <message>
        <source>Ở trang Số liệu</source>
        <translation>On the page of figures</translation>
    </message>
    <message>
        <source>Ở trang Nộp trực tuyến</source>
        <translation>On the page of online submissions</translation>
    </message>
    <message>
        <source>Ở trang Trao đổi</source>
        <translation>On the exchange page</translation>
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
        <source>Trong danh sách hồ sơ</source>
        <translation>In the list of dossiers</translation>
    </message>
    <message>
        <source>Ở trang Xin lỗi, hẹn lại</source>
        <translation>On the page Apologies, new dates</translation>
    </message>
    <message>
        <source>Quét thẻ căn cước ở bất kỳ đâu: mở hồ sơ mới cho người đó. Quét mã trên giấy hẹn: mở hồ sơ ấy.</source>
        <translation>Scan an identity card anywhere: a new dossier opens for that person. Scan the code on a receipt: its dossier opens.</translation>
    </message>
    <message>
        <source> hoặc </source>
        <translation> or </translation>
    </message>
</context>
<context>
    <name>KeyingTab</name>
    <message>
        <source>quét mã trên phiếu, hoặc gõ mã rồi Enter</source>
        <translation>scan the sheet’s code, or type it and press Enter</translation>
    </message>
    <message>
        <source>mỗi câu một số</source>
        <translation>a digit for each question</translation>
    </message>
    <message>
        <source>Phiếu vừa nhập</source>
        <translation>Sheets just keyed in</translation>
    </message>
    <message>
        <source>Sửa phiếu đang chọn (Alt+&amp;S)</source>
        <translation>Correct the chosen sheet (Alt+&amp;S)</translation>
    </message>
    <message>
        <source>Chưa có ngày người dân trả lời; hãy ghi ngày.</source>
        <translation>The day of the answer is missing; enter it.</translation>
    </message>
    <message>
        <source>N&amp;gày trả lời</source>
        <translation>&amp;Day of the answer</translation>
    </message>
    <message>
        <source>&amp;Mã hồ sơ</source>
        <translation>&amp;Dossier code</translation>
    </message>
    <message>
        <source>&amp;Trả lời</source>
        <translation>&amp;Answers</translation>
    </message>
    <message>
        <source>0 là bỏ trống. Enter: ghi và sang phiếu kế tiếp.</source>
        <translation>0 is left open. Enter: save and go on to the next sheet.</translation>
    </message>
</context>
<context>
    <name>LateReason</name>
    <message>
        <source>Thư gửi muộn</source>
        <translation>Letters sent late</translation>
    </message>
    <message>
        <source>{late} trong {wanted} thư đã qua ngày gửi chậm nhất (trước hạn trả một ngày). Vẫn ký được, nhưng phải ghi vì sao gửi muộn. Chỉ được hẹn lại một lần.</source>
        <translation>{late} of {wanted} letters are past their last day for sending (one day before the due date). They can still be signed, but say why they are sent late. A new date can be given only once.</translation>
    </message>
    <message>
        <source>&amp;Vì sao gửi muộn</source>
        <translation>Why sent &amp;late</translation>
    </message>
    <message>
        <source>Ký thư (Ctrl+Enter)</source>
        <translation>Sign letter (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Quay lại (Esc)</source>
        <translation>Back (Esc)</translation>
    </message>
    <message>
        <source>Chưa ghi lý do; hãy ghi vì sao thư gửi muộn.</source>
        <translation>No reason given; say why the letter is sent late.</translation>
    </message>
</context>
<context>
    <name>Later</name>
    <message>
        <source>Nếu nhận để trả sau: hẹn trả {moment}.</source>
        <translation>If received for later return: due {moment}.</translation>
    </message>
    <message>
        <source>{paper} ({pages} trang, {copies} bản)</source>
        <translation>{paper} (pages: {pages}, copies: {copies})</translation>
    </message>
</context>
<context>
    <name>LetterPrinting</name>
    <message>
        <source>Đang in {count} thư xin lỗi…</source>
        <translation>Printing {count} apology letter(s)…</translation>
    </message>
    <message>
        <source>Đã gửi {count} thư ra máy in.</source>
        <translation>Letters sent to the printer: {count}.</translation>
    </message>
    <message>
        <source>In thư xin lỗi</source>
        <translation>Print apology letters</translation>
    </message>
</context>
<context>
    <name>LineWords</name>
    <message>
        <source>{words}
Mở trang Trao đổi · phím Ctrl+7</source>
        <translation>{words}
Opens the exchange page · Ctrl+7</translation>
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
        <source>Đang ở</source>
        <translation>Now with</translation>
    </message>
    <message>
        <source>Đang ở mọi nơi</source>
        <translation>Now with anyone</translation>
    </message>
    <message>
        <source>Số ngày làm việc</source>
        <translation>Number of working days</translation>
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
        <source>Lâu chưa xử lý trước</source>
        <translation>Longest untouched first</translation>
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
        <source>Nhận từ</source>
        <translation>Received from</translation>
    </message>
    <message>
        <source>trong </source>
        <translation>within </translation>
    </message>
    <message>
        <source>đã </source>
        <translation>for </translation>
    </message>
    <message>
        <source> ngày làm việc</source>
        <translation> working days</translation>
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
    <name>ListPreview</name>
    <message>
        <source>Xem trước – {name}</source>
        <translation>Preview – {name}</translation>
    </message>
    <message>
        <source>Chỉ xem trước {shown} trang đầu; in và lưu thì đủ {pages} trang.</source>
        <translation>Only the first {shown} pages are previewed; printing and saving give all {pages} pages.</translation>
    </message>
    <message>
        <source>Không nhớ được máy in đã chọn vì thư mục dữ liệu không ghi được.</source>
        <translation>The chosen printer could not be remembered: the data folder cannot be written.</translation>
    </message>
</context>
<context>
    <name>ListTab</name>
    <message>
        <source>Đánh dấu (Dấu cách)</source>
        <translation>Mark (Space)</translation>
    </message>
    <message>
        <source>Đánh dấu hết (Ctrl+A)</source>
        <translation>Mark all (Ctrl+A)</translation>
    </message>
    <message>
        <source>{number} dòng đã đánh dấu</source>
        <translation>{number} line(s) marked</translation>
    </message>
</context>
<context>
    <name>LockSection</name>
    <message>
        <source>Sổ hồ sơ và bản quét được khoá trên đĩa, bản sao lưu cũng vậy.</source>
        <translation>The register and the scans are locked on disk, copies too.</translation>
    </message>
    <message>
        <source>&amp;Máy này tự mở khi đã đăng nhập Windows</source>
        <translation>&amp;This PC opens it by itself once signed in to Windows</translation>
    </message>
    <message>
        <source>Mật khẩu mở sổ mới, ít nhất 10 ký tự</source>
        <translation>New passphrase, at least 10 characters</translation>
    </message>
    <message>
        <source>Nhập lại mật khẩu mới</source>
        <translation>The new passphrase again</translation>
    </message>
    <message>
        <source>Đổi mật &amp;khẩu mở sổ</source>
        <translation>Change the &amp;passphrase</translation>
    </message>
    <message>
        <source>Mất tờ khoá phục hồi, hoặc có người không còn phận sự đã thấy nó, thì lập khoá mới; tờ cũ không mở được nữa.</source>
        <translation>If the sheet with the recovery key is lost, or somebody no longer in charge has seen it, make a new key; the old sheet opens nothing any more.</translation>
    </message>
    <message>
        <source>&amp;Lập và in khoá phục hồi mới</source>
        <translation>&amp;Make and print a new recovery key</translation>
    </message>
    <message>
        <source>Sổ này CHƯA được khoá: ai lấy được thư mục dữ liệu đều đọc được. Hãy đóng chương trình và nhờ người phụ trách máy khoá bằng lệnh “reception key encrypt”.</source>
        <translation>This register is NOT locked: whoever gets the data folder can read it. Close the program and have it locked with “reception key encrypt”.</translation>
    </message>
    <message>
        <source>Sổ mở được bằng mật khẩu mở sổ hoặc bằng khoá phục hồi đã in.</source>
        <translation>The passphrase or the printed recovery key opens the register.</translation>
    </message>
    <message>
        <source>Sổ chưa có mật khẩu mở; ngoài máy này chỉ khoá phục hồi đã in mở được.</source>
        <translation>The register has no passphrase; besides this PC only the printed recovery key opens it.</translation>
    </message>
    <message>
        <source>Đã đổi cách mở sổ ở máy này.</source>
        <translation>How this PC opens the register was changed.</translation>
    </message>
    <message>
        <source>Hai lần nhập mật khẩu không giống nhau; hãy nhập lại.</source>
        <translation>The two passphrases differ; type them again.</translation>
    </message>
    <message>
        <source>Đã đổi mật khẩu mở sổ.</source>
        <translation>The passphrase was changed.</translation>
    </message>
</context>
<context>
    <name>LockStep</name>
    <message>
        <source>Khoá dữ liệu</source>
        <translation>Locking the data</translation>
    </message>
    <message>
        <source>Sổ hồ sơ được khoá trên đĩa: máy mất cắp hay đem bán thì không ai đọc được tên và số định danh của người dân.</source>
        <translation>The register is locked on disk: if the PC is stolen or sold, nobody can read people&apos;s names and numbers.</translation>
    </message>
    <message>
        <source>&amp;Máy này tự mở khi đã đăng nhập Windows (nên chọn)</source>
        <translation>&amp;This PC opens it once signed in to Windows (recommended)</translation>
    </message>
    <message>
        <source>&amp;Hỏi mật khẩu mỗi lần mở chương trình</source>
        <translation>&amp;Ask for a passphrase at every start</translation>
    </message>
    <message>
        <source>Mật khẩu mở &amp;sổ, ít nhất 10 ký tự, vài từ dễ nhớ viết liền</source>
        <translation>&amp;Passphrase, at least 10 characters, a few words easily remembered</translation>
    </message>
    <message>
        <source>&amp;Nhập lại mật khẩu</source>
        <translation>The passphrase &amp;again</translation>
    </message>
    <message>
        <source>Bước sau sẽ in khoá phục hồi, phòng khi quên hoặc cài lại Windows.</source>
        <translation>The next step prints a recovery key, in case it is forgotten or Windows is installed anew.</translation>
    </message>
    <message>
        <source>Hai lần nhập mật khẩu không giống nhau; hãy nhập lại.</source>
        <translation>The two passphrases differ; type them again.</translation>
    </message>
</context>
<context>
    <name>LogTable</name>
    <message>
        <source>Các lần trao đổi gần nhất</source>
        <translation>Last exchanges</translation>
    </message>
    <message>
        <source>Lúc</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Đường</source>
        <translation>Road</translation>
    </message>
    <message>
        <source>Gửi</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Nhận</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Dung lượng</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Kết quả</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>mạng</source>
        <translation>line</translation>
    </message>
</context>
<context>
    <name>LookSection</name>
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
    <name>MarkedTable</name>
    <message>
        <source>Dấu cách: đánh dấu dòng này</source>
        <translation>Space: mark this line</translation>
    </message>
</context>
<context>
    <name>MessageSending</name>
    <message>
        <source>&amp;Gửi tin chờ</source>
        <translation>Send waiting &amp;messages</translation>
    </message>
    <message>
        <source>Gửi lúc {time} chưa được: {trouble}</source>
        <translation>Sending at {time} failed: {trouble}</translation>
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
        <source>Quay lại (Esc)</source>
        <translation>Back (Esc)</translation>
    </message>
    <message>
        <source>Chương trình gặp lỗi ngoài dự kiến. Những gì đã ghi vẫn an toàn.</source>
        <translation>Something unexpected went wrong. What was saved is safe.</translation>
    </message>
    <message>
        <source>Báo lỗi nằm trong tệp {file}; hãy gửi tệp ấy cho người phụ trách máy.</source>
        <translation>The report is in the file {file}; send it to whoever looks after the PC.</translation>
    </message>
    <message>
        <source>Hãy chép báo lỗi và gửi cho người phụ trách máy.</source>
        <translation>Copy the report and send it to whoever looks after the PC.</translation>
    </message>
    <message>
        <source>Trong báo lỗi không có thông tin của người dân.</source>
        <translation>The report holds nothing about any citizen.</translation>
    </message>
    <message>
        <source>Chương trình gặp lỗi</source>
        <translation>The program met an error</translation>
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
    <name>NoticeBar</name>
    <message>
        <source>Đã đọc</source>
        <translation>I have read it</translation>
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
        <source>In kèm &amp;phiếu khảo sát với giấy hẹn, phiếu bổ sung, từ chối, biên nhận</source>
        <translation>&amp;Print a survey sheet with receipts, supplement slips, refusals and result slips</translation>
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
        <source>Đã lưu thiết lập của cơ quan.</source>
        <translation>The office&apos;s settings were saved.</translation>
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
    <name>OldRegisterDialog</name>
    <message>
        <source>Nhập sổ cũ</source>
        <translation>Import an old register</translation>
    </message>
    <message>
        <source>&amp;Quay lại</source>
        <translation>&amp;Back</translation>
    </message>
    <message>
        <source>Đóng (Esc)</source>
        <translation>Close (Esc)</translation>
    </message>
    <message>
        <source>Đang đọc tệp…</source>
        <translation>Reading the file…</translation>
    </message>
    <message>
        <source>Đã lưu {file}.</source>
        <translation>Saved {file}.</translation>
    </message>
    <message>
        <source>Đang ghi bảng tính…</source>
        <translation>Writing the spreadsheet…</translation>
    </message>
    <message>
        <source>Đang đọc thử từng dòng…</source>
        <translation>Trying each row…</translation>
    </message>
    <message>
        <source>Đang nhập; bấm Dừng thì những dòng đã vào vẫn ở trong sổ.</source>
        <translation>Importing; if stopped, the rows that are in stay in the register.</translation>
    </message>
    <message>
        <source>Đã nhập {count} hồ sơ từ sổ cũ; {faulty} dòng lỗi để lại.</source>
        <translation>Imported {count} dossiers of the old register; {faulty} faulty rows were left out.</translation>
    </message>
    <message>
        <source>Bước {n} trong {all}</source>
        <translation>Step {n} of {all}</translation>
    </message>
    <message>
        <source>Tiếp tục (Ctrl+Enter)</source>
        <translation>Go on (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Nhập {count} hồ sơ (Ctrl+Enter)</source>
        <translation>Import {count} dossiers (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Chọn sổ cũ</source>
        <translation>Choose an old register</translation>
    </message>
    <message>
        <source>Bảng tính ({kinds})</source>
        <translation>Spreadsheets ({kinds})</translation>
    </message>
</context>
<context>
    <name>OldRegistersPanel</name>
    <message>
        <source>Nhập &amp;sổ cũ…</source>
        <translation>&amp;Import an old register…</translation>
    </message>
    <message>
        <source>&amp;Huỷ lần nhập này…</source>
        <translation>&amp;Undo this import…</translation>
    </message>
    <message>
        <source>Chưa nhập sổ nào.</source>
        <translation>No register was imported yet.</translation>
    </message>
    <message>
        <source>Chỉ lãnh đạo và quản trị nhập được sổ cũ; hãy nhờ họ đăng nhập.</source>
        <translation>Only leaders and administrators can import old registers; ask them to sign in.</translation>
    </message>
    <message>
        <source>Lúc nhập</source>
        <translation>Imported at</translation>
    </message>
    <message>
        <source>Tệp</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Hồ sơ</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>Chưa xong</source>
        <translation>Still open</translation>
    </message>
    <message>
        <source>Sổ cũ trên Excel (.xlsx, .xls), LibreOffice (.ods) hoặc CSV trở thành hồ sơ tra cứu, đếm được, giữ ngày và số như sổ cũ. Chỗ sai được chỉ ra từng dòng trước khi nhập; nhập nhầm thì huỷ được cả lần nhập.</source>
        <translation>An old register in Excel (.xlsx, .xls), LibreOffice (.ods) or CSV becomes dossiers that can be looked up and counted, with its own dates and numbers. Faults are told row by row before the import; an import done by mistake can be taken back as a whole.</translation>
    </message>
    <message>
        <source>Các lần nhập sổ cũ</source>
        <translation>Imports of old registers</translation>
    </message>
    <message>
        <source>Nhập sổ cũ</source>
        <translation>Import an old register</translation>
    </message>
</context>
<context>
    <name>OnlineBanner</name>
    <message>
        <source>Hồ sơ nộp trực tuyến {name}</source>
        <translation>Online submission {name}</translation>
    </message>
    <message>
        <source>nộp lúc {at}</source>
        <translation>submitted {at}</translation>
    </message>
    <message>
        <source>Kiểm tra, sửa cho đúng rồi nhấn Ctrl+Enter để tiếp nhận; thời hạn giải quyết tính từ lúc tiếp nhận. Rời màn hình này thì hồ sơ vẫn chờ.</source>
        <translation>Check, put right and press Ctrl+Enter to receive; the time limit runs from then. If you leave this screen the submission still waits.</translation>
    </message>
    <message>
        <source>{state} lúc {at} ({reference}); không cần làm lại</source>
        <translation>{state} {at} ({reference}); nothing more to do</translation>
    </message>
    <message>
        <source>QUÁ HẠN trả lời từ {until}</source>
        <translation>OVERDUE for an answer since {until}</translation>
    </message>
    <message>
        <source>Phải trả lời trước {until}</source>
        <translation>To be answered by {until}</translation>
    </message>
</context>
<context>
    <name>OnlineEntry</name>
    <message>
        <source>Hồ sơ nộp trực tuyến {name} vẫn chờ tiếp nhận.</source>
        <translation>The online submission {name} still waits.</translation>
    </message>
    <message>
        <source>Phần đã sửa được giữ trong Nháp.</source>
        <translation>What was changed is kept under Drafts.</translation>
    </message>
</context>
<context>
    <name>OpenedDialog</name>
    <message>
        <source>Chỉ số {code}</source>
        <translation>Index {code}</translation>
    </message>
    <message>
        <source>Tử số: được tính</source>
        <translation>Those that count</translation>
    </message>
    <message>
        <source>Phần còn lại của mẫu số</source>
        <translation>The rest of the whole</translation>
    </message>
    <message>
        <source>Mã</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Thủ tục</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <source>Mở hồ sơ (Enter)</source>
        <translation>Open dossier (Enter)</translation>
    </message>
    <message>
        <source>Tất cả {count}</source>
        <translation>{count} in all</translation>
    </message>
    <message>
        <source>Xe&amp;m</source>
        <translation>Sho&amp;w</translation>
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
        <source>ví dụ 0001/2026/PTG</source>
        <translation>e.g. 0001/2026/PTG</translation>
    </message>
    <message>
        <source>Giấy in &amp;sẵn số</source>
        <translation>Blank &amp;slip number</translation>
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
    <name>OutcomeDialog</name>
    <message>
        <source>Mã hồ sơ</source>
        <translation>Dossier code</translation>
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
        <source>Đó&amp;ng</source>
        <translation>&amp;Close</translation>
    </message>
</context>
<context>
    <name>OutcomeTable</name>
    <message>
        <source>Kết quả của từng hồ sơ</source>
        <translation>Result of each dossier</translation>
    </message>
    <message>
        <source>Mã hồ sơ</source>
        <translation>Dossier code</translation>
    </message>
    <message>
        <source>Người nộp</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>Kết quả</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Chưa làm được: {why}</source>
        <translation>Not done: {why}</translation>
    </message>
</context>
<context>
    <name>OwnSecretSection</name>
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
    <name>PackNews</name>
    <message>
        <source>Xem gói cập nhật (Ctrl+7)</source>
        <translation>See the updates (Ctrl+7)</translation>
    </message>
    <message>
        <source>Có {count} gói cập nhật của máy chủ bị hỏng nên không áp dụng; quy định đang dùng vẫn giữ nguyên. Hãy báo người quản trị máy chủ.</source>
        <translation>{count} of the server&apos;s updates are broken and were not applied; the present rules stay. Tell the server&apos;s administrator.</translation>
    </message>
</context>
<context>
    <name>PacksTable</name>
    <message>
        <source>Gói cập nhật và lời nhắn của máy chủ</source>
        <translation>The server&apos;s updates and messages</translation>
    </message>
    <message>
        <source>Gửi lúc</source>
        <translation>Sent at</translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Nội dung</source>
        <translation>Content</translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>Kết quả giải quyết</source>
        <translation>Handling results</translation>
    </message>
    <message>
        <source>Các biểu báo cáo khác</source>
        <translation>Other report forms</translation>
    </message>
    <message>
        <source>Biểu đồ</source>
        <translation>Pictures</translation>
    </message>
    <message>
        <source>Công bố tháng</source>
        <translation>Monthly publication</translation>
    </message>
    <message>
        <source>Khảo sát hài lòng</source>
        <translation>Satisfaction survey</translation>
    </message>
    <message>
        <source>Bộ chỉ số 766</source>
        <translation>Index 766</translation>
    </message>
    <message>
        <source>Chỉ tiêu của năm</source>
        <translation>Targets of the year</translation>
    </message>
    <message>
        <source>Tự chấm điểm cải cách</source>
        <translation>Reform self-score</translation>
    </message>
    <message>
        <source>Rà soát thủ tục</source>
        <translation>Review of procedures</translation>
    </message>
    <message>
        <source>Nhập sổ cũ</source>
        <translation>Import an old register</translation>
    </message>
    <message>
        <source>Cách tính trước hạn, quá hạn</source>
        <translation>How early and late are told</translation>
    </message>
    <message>
        <source>Lịch trực, giờ làm việc</source>
        <translation>Duty roster, working time</translation>
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
        <source>Bản
chính</source>
        <translation>Origi-
nals</translation>
    </message>
    <message>
        <source>Bản
sao</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>Tình
trạng</source>
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
        <source>Cho đăng nhập lại n&amp;gay</source>
        <translation>Let them sign in &amp;now</translation>
    </message>
    <message>
        <source>Người nhập sai mã PIN nhiều lần phải đợi; bấm để họ khỏi đợi.</source>
        <translation>Whoever mistypes the PIN many times has to wait; this ends the wait.</translation>
    </message>
    <message>
        <source> (đã đóng)</source>
        <translation> (closed)</translation>
    </message>
    <message>
        <source> (đang phải đợi)</source>
        <translation> (has to wait)</translation>
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
    <name>PeriodChoice</name>
    <message>
        <source>Tháng</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>Quý</source>
        <translation>Quarter</translation>
    </message>
    <message>
        <source>Năm</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>Theo lịch</source>
        <translation>By the calendar</translation>
    </message>
    <message>
        <source>Chốt ngày 14</source>
        <translation>Ending on the 14th</translation>
    </message>
    <message>
        <source>Theo ngày</source>
        <translation>By the day</translation>
    </message>
    <message>
        <source>Từng phút</source>
        <translation>By the minute</translation>
    </message>
    <message>
        <source>Bộ chỉ số 766</source>
        <translation>Index 766</translation>
    </message>
    <message>
        <source>Như biểu mẫu</source>
        <translation>As the form</translation>
    </message>
    <message>
        <source>Không gộp vào đúng hạn</source>
        <translation>Not put under on time</translation>
    </message>
    <message>
        <source>&amp;Loại kỳ</source>
        <translation>&amp;Kind</translation>
    </message>
    <message>
        <source>&amp;Kỳ</source>
        <translation>&amp;Period</translation>
    </message>
    <message>
        <source>Kh&amp;ung kỳ</source>
        <translation>F&amp;rame</translation>
    </message>
    <message>
        <source>Đúng hạn tí&amp;nh</source>
        <translation>On &amp;time by</translation>
    </message>
    <message>
        <source>Cách &amp;gộp</source>
        <translation>&amp;Grouping</translation>
    </message>
    <message>
        <source>Năm {year}</source>
        <translation>Year {year}</translation>
    </message>
    <message>
        <source>Tháng {month}/{year}</source>
        <translation>Month {month}/{year}</translation>
    </message>
    <message>
        <source>Quý {quarter}/{year}</source>
        <translation>Quarter {quarter}/{year}</translation>
    </message>
</context>
<context>
    <name>PeriodField</name>
    <message>
        <source>Hôm nay</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Tuần này</source>
        <translation>This week</translation>
    </message>
    <message>
        <source>Tháng này</source>
        <translation>This month</translation>
    </message>
    <message>
        <source>Quý này</source>
        <translation>This quarter</translation>
    </message>
    <message>
        <source>Năm nay</source>
        <translation>This year</translation>
    </message>
    <message>
        <source>Khoảng ngày khác</source>
        <translation>Other dates</translation>
    </message>
    <message>
        <source>Thời &amp;gian</source>
        <translation>&amp;Period</translation>
    </message>
    <message>
        <source>&amp;Từ ngày</source>
        <translation>Fro&amp;m</translation>
    </message>
    <message>
        <source>Đế&amp;n ngày</source>
        <translation>&amp;Until</translation>
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
    <name>PicturesPanel</name>
    <message>
        <source>Diễn biến các tháng</source>
        <translation>Month by month</translation>
    </message>
    <message>
        <source>Theo lĩnh vực</source>
        <translation>By field</translation>
    </message>
    <message>
        <source>Ai đang giữ hồ sơ quá hạn</source>
        <translation>Who holds overdue dossiers</translation>
    </message>
    <message>
        <source>Giờ tiếp nhận trong tuần</source>
        <translation>Hours of receipt in the week</translation>
    </message>
    <message>
        <source>Hạn trả sắp tới</source>
        <translation>Deadlines ahead</translation>
    </message>
    <message>
        <source>Xem trước (Ctrl+Enter)</source>
        <translation>Preview (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>In (Ctrl+P)</source>
        <translation>Print (Ctrl+P)</translation>
    </message>
    <message>
        <source>Lưu PDF… (Ctrl+S)</source>
        <translation>Save PDF… (Ctrl+S)</translation>
    </message>
    <message>
        <source>&amp;Biểu đồ</source>
        <translation>&amp;Picture</translation>
    </message>
</context>
<context>
    <name>PilesTable</name>
    <message>
        <source>Quá hạn</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Đang làm</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Chưa rõ</source>
        <translation>Unknown</translation>
    </message>
</context>
<context>
    <name>Practice</name>
    <message>
        <source>Đang mở sổ tập trong một cửa sổ riêng…</source>
        <translation>Opening the practice register in a window of its own…</translation>
    </message>
    <message>
        <source>Chưa mở được sổ tập; hãy thử lại.</source>
        <translation>The practice register could not be opened; try again.</translation>
    </message>
    <message>
        <source>Đang mở sổ tập…</source>
        <translation>Opening the practice register…</translation>
    </message>
    <message>
        <source>Lần đầu mất vài giây. Mọi người và hồ sơ trong sổ tập đều là bịa.</source>
        <translation>The first time takes a few seconds. All people and dossiers in it are invented.</translation>
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
        <source>TẬP LÀM</source>
        <translation>PRACTICE</translation>
    </message>
</context>
<context>
    <name>PracticeBand</name>
    <message>
        <source>TẬP LÀM – người và hồ sơ đều bịa, không gửi đi đâu, giấy in có chữ “Bản tập”</source>
        <translation>PRACTICE – people and dossiers are invented, nothing is sent anywhere, papers are marked “Bản tập”</translation>
    </message>
    <message>
        <source>Bỏ sổ tập…</source>
        <translation>Throw the practice away…</translation>
    </message>
    <message>
        <source>Xoá hết những gì đã tập; lần mở sau là sổ tập mới.</source>
        <translation>Removes all that was practised; next time a new one is opened.</translation>
    </message>
    <message>
        <source>Bỏ sổ tập? Mọi hồ sơ đã tập sẽ mất, cửa sổ này đóng lại; lần mở sau là sổ tập mới. Sổ thật không bị ảnh hưởng.</source>
        <translation>Throw the practice register away? All practice dossiers go and this window closes; next time a new one is opened. The real register is not touched.</translation>
    </message>
    <message>
        <source>Bỏ sổ tập</source>
        <translation>Throw it away</translation>
    </message>
    <message>
        <source>Không ghi được vào thư mục sổ tập ({reason}); hãy kiểm tra ổ đĩa.</source>
        <translation>The practice folder could not be written ({reason}); check the disk.</translation>
    </message>
</context>
<context>
    <name>PresenceStrip</name>
    <message>
        <source>Buổi chưa rõ có mặt</source>
        <translation>Half-days of which nothing is known</translation>
    </message>
    <message>
        <source>Lý do vắng</source>
        <translation>Why away</translation>
    </message>
    <message>
        <source>Có &amp;mặt</source>
        <translation>&amp;There</translation>
    </message>
    <message>
        <source>&amp;Vắng</source>
        <translation>&amp;Away</translation>
    </message>
    <message>
        <source>{name}: theo lịch {planned}, có mặt {present}, vắng {absent}, chưa rõ {n}</source>
        <translation>{name}: planned {planned}, there {present}, away {absent}, not known {n}</translation>
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
</context>
<context>
    <name>PreviewDialog</name>
    <message>
        <source>Xem trước</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>Trang giấy; phím mũi tên để cuộn</source>
        <translation>Pages; the arrow keys scroll</translation>
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
    <name>PrintForm</name>
    <message>
        <source>In giấy tờ</source>
        <translation>Printing</translation>
    </message>
    <message>
        <source>Giấy cần in lúc này của từng hồ sơ</source>
        <translation>The paper each dossier needs now</translation>
    </message>
    <message>
        <source>&amp;Giấy</source>
        <translation>&amp;Paper</translation>
    </message>
    <message>
        <source>Máy in {printer}, giấy {paper}, {copies} liên.</source>
        <translation>Printer: {printer}; paper: {paper}; copies: {copies}.</translation>
    </message>
    <message>
        <source>của hệ thống</source>
        <translation>system default</translation>
    </message>
</context>
<context>
    <name>PrintLogModel</name>
    <message>
        <source>Lúc in, người in</source>
        <translation>Printed at, by</translation>
    </message>
    <message>
        <source>Giấy</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>Lần in, giá trị</source>
        <translation>Print, validity</translation>
    </message>
    <message>
        <source>Mã, chủ hồ sơ</source>
        <translation>Code, owner</translation>
    </message>
    <message>
        <source>In lại lần {times}</source>
        <translation>Reprint {times}</translation>
    </message>
    <message>
        <source>Lần đầu</source>
        <translation>First print</translation>
    </message>
    <message>
        <source>không còn giá trị</source>
        <translation>no longer valid</translation>
    </message>
</context>
<context>
    <name>PrintLogPanel</name>
    <message>
        <source>Mở hồ sơ (Enter)</source>
        <translation>Open dossier (Enter)</translation>
    </message>
    <message>
        <source>In lại (F9)</source>
        <translation>Reprint (F9)</translation>
    </message>
    <message>
        <source>{total} lần in</source>
        <translation>{total} print(s)</translation>
    </message>
    <message>
        <source>{read} trong {total} lần in</source>
        <translation>{read} of {total} prints</translation>
    </message>
    <message>
        <source>Mọi người in</source>
        <translation>Anyone</translation>
    </message>
    <message>
        <source>Mọi loại giấy</source>
        <translation>All kinds of paper</translation>
    </message>
    <message>
        <source>Nhật ký in giấy</source>
        <translation>Print log</translation>
    </message>
    <message>
        <source>Người &amp;in</source>
        <translation>Printed &amp;by</translation>
    </message>
    <message>
        <source>&amp;Loại giấy</source>
        <translation>&amp;Kind of paper</translation>
    </message>
    <message>
        <source>Giấy in trước khi hồ sơ được sửa thì không còn giá trị.</source>
        <translation>Papers printed before the dossier was corrected are no longer valid.</translation>
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
        <source>Người và dữ liệu bịa: mã PIN của ai cũng là {pin}.</source>
        <translation>Invented people and data: everybody&apos;s PIN is {pin}.</translation>
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
    <name>PublicationLine</name>
    <message>
        <source>Công bố tháng</source>
        <translation>Monthly publication</translation>
    </message>
</context>
<context>
    <name>PublicationPanel</name>
    <message>
        <source>Lập bản nháp (Ctrl+Enter)</source>
        <translation>Make the draft (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Xem, in để ký (Ctrl+P)</source>
        <translation>View and print for signing (Ctrl+P)</translation>
    </message>
    <message>
        <source>Mở thư mục</source>
        <translation>Open the folder</translation>
    </message>
    <message>
        <source>Đã ký, xác nhận công bố…</source>
        <translation>Signed: confirm publication…</translation>
    </message>
    <message>
        <source>Lập bản nháp thì lời đọc hiện ở đây.</source>
        <translation>Make the draft and the text appears here.</translation>
    </message>
    <message>
        <source>Lời đọc loa truyền thanh</source>
        <translation>Text for the loudspeakers</translation>
    </message>
    <message>
        <source>Chưa có bản nháp của tháng này; hãy lập bản nháp trước.</source>
        <translation>There is no draft of this month; make the draft first.</translation>
    </message>
    <message>
        <source>Bản công bố {month} đã được thủ trưởng ký và niêm yết? Việc xác nhận ghi lại số liệu và các tệp đã công bố.</source>
        <translation>Has the head signed the publication of {month}, and is it posted? Confirming records the figures and files that were made public.</translation>
    </message>
    <message>
        <source>Xác nhận đã công bố</source>
        <translation>Confirm publication</translation>
    </message>
    <message>
        <source>Đã ghi: kết quả tháng đã công bố.</source>
        <translation>Recorded: the month&apos;s results were made public.</translation>
    </message>
    <message>
        <source>Đã lập {count} tệp tại {folder}.</source>
        <translation>{count} files written to {folder}.</translation>
    </message>
    <message>
        <source>Số liệu đã đổi từ khi công bố: {changed}. Hãy lập lại và công bố lại.</source>
        <translation>Figures have changed since publication: {changed}. Make the draft again and publish it again.</translation>
    </message>
    <message>
        <source>Đã đổi: {changed}.</source>
        <translation>Changed since: {changed}.</translation>
    </message>
    <message>
        <source>Chưa công bố tháng nào.</source>
        <translation>No month was made public yet.</translation>
    </message>
    <message>
        <source>Số liệu tháng đã chốt ngày {day}: bản công bố dùng số đã chốt.</source>
        <translation>The month&apos;s figures were closed on {day}: the closed figures are made public.</translation>
    </message>
    <message>
        <source>Quá hạn công bố</source>
        <translation>Publication overdue</translation>
    </message>
    <message>
        <source>Hạn hôm nay</source>
        <translation>Due today</translation>
    </message>
    <message>
        <source>Sắp đến hạn</source>
        <translation>Due soon</translation>
    </message>
    <message>
        <source>Chờ công bố</source>
        <translation>To be published</translation>
    </message>
    <message>
        <source>Đã công bố</source>
        <translation>Published</translation>
    </message>
    <message>
        <source>Chưa đến ngày</source>
        <translation>Not yet due</translation>
    </message>
    <message>
        <source>Lãnh đạo hoặc quản trị mới xác nhận được.</source>
        <translation>Only a leader or an administrator can confirm.</translation>
    </message>
    <message>
        <source>&amp;Tháng</source>
        <translation>&amp;Month</translation>
    </message>
    <message>
        <source>Bản công bố không có tên, số điện thoại, địa chỉ của người nộp.</source>
        <translation>The publication holds no applicant&apos;s name, phone number or address.</translation>
    </message>
    <message>
        <source>Các tháng đã công bố</source>
        <translation>Months made public</translation>
    </message>
</context>
<context>
    <name>PurposeDialog</name>
    <message>
        <source>Hiện số định danh, điện thoại</source>
        <translation>Show identity and phone numbers</translation>
    </message>
    <message>
        <source>Cần các số này để làm gì? Bấm một phím số. Việc hiện số được ghi lại: ai, lúc nào, danh sách nào, để làm gì.</source>
        <translation>What are these numbers wanted for? Press a digit. It is recorded who had them shown, when, in which list, and what for.</translation>
    </message>
</context>
<context>
    <name>QuestionSheet</name>
    <message>
        <source>Khảo sát hài lòng · hồ sơ {code} · câu {number}/{of}</source>
        <translation>Satisfaction survey · dossier {code} · question {number}/{of}</translation>
    </message>
    <message>
        <source>Xin bấm Enter để gửi câu trả lời.</source>
        <translation>Please press Enter to send your answers.</translation>
    </message>
    <message>
        <source>Bấm số để chọn, 0 để bỏ qua, phím ← Backspace để sửa câu trước.</source>
        <translation>Press a number to choose, 0 to skip, ← Backspace to change the last answer.</translation>
    </message>
    <message>
        <source>Bấm phím ← Backspace để sửa. Tên người trả lời không được ghi lại.</source>
        <translation>Press ← Backspace to change an answer. Nobody’s name is recorded.</translation>
    </message>
    <message>
        <source>Xin cảm ơn ông/bà đã trả lời!</source>
        <translation>Thank you for your answers!</translation>
    </message>
    <message>
        <source>Câu trả lời được giữ bí mật.</source>
        <translation>Your answers are kept confidential.</translation>
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
        <source>Nộp trực tuyến</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Chứng thực  (F7)</source>
        <translation>Certification  (F7)</translation>
    </message>
    <message>
        <source>Hồ sơ</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>Xin lỗi</source>
        <translation>Apologies</translation>
    </message>
    <message>
        <source>Phản ánh</source>
        <translation>Feedback</translation>
    </message>
    <message>
        <source>Cần xem lại</source>
        <translation>To review</translation>
    </message>
    <message>
        <source>Sổ, danh sách</source>
        <translation>Books, lists</translation>
    </message>
    <message>
        <source>Số liệu</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>Danh mục</source>
        <translation>Catalogue</translation>
    </message>
    <message>
        <source>Trao đổi</source>
        <translation>Exchange</translation>
    </message>
    <message>
        <source>Thiết lập</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Cần xem lại ({number})</source>
        <translation>To review ({number})</translation>
    </message>
    <message>
        <source>Nộp trực tuyến ({number})</source>
        <translation>Online ({number})</translation>
    </message>
    <message>
        <source>{words} · phím {key}</source>
        <translation>{words} · key {key}</translation>
    </message>
</context>
<context>
    <name>RatingDialog</name>
    <message>
        <source>Chấm chỉ số, {period}</source>
        <translation>Rate an index, {period}</translation>
    </message>
    <message>
        <source>Ghi điểm (Ctrl+Enter)</source>
        <translation>Save the points (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Quay lại (Esc)</source>
        <translation>Back (Esc)</translation>
    </message>
    <message>
        <source>Chỉ số {numbers} đã gõ mà chưa ghi; bỏ những gì đã gõ?</source>
        <translation>Index {numbers}: typed and not written yet; discard what was typed?</translation>
    </message>
    <message>
        <source>Bỏ, không ghi</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>&amp;Chỉ số</source>
        <translation>&amp;Index</translation>
    </message>
    <message>
        <source>Điể&amp;m</source>
        <translation>&amp;Points</translation>
    </message>
    <message>
        <source>Că&amp;n cứ</source>
        <translation>E&amp;vidence</translation>
    </message>
    <message>
        <source>số liệu hoặc văn bản, như “QĐ 15 ngày 02/3”</source>
        <translation>figures or a document, such as “QĐ 15 of 02/3”</translation>
    </message>
</context>
<context>
    <name>ReceiptListForm</name>
    <message>
        <source>In giấy tiếp nhận chung</source>
        <translation>Print one receipt for all</translation>
    </message>
    <message>
        <source>Một giấy ghi tất cả hồ sơ đã chọn, khi cùng một người nộp. Máy in {printer}, giấy {paper}, {copies} liên.</source>
        <translation>One receipt lists all the selected dossiers, if the same person submitted them. Printer: {printer}; paper: {paper}; copies: {copies}.</translation>
    </message>
    <message>
        <source>của hệ thống</source>
        <translation>system default</translation>
    </message>
</context>
<context>
    <name>Recent</name>
    <message>
        <source>Vừa chứng thực</source>
        <translation>Just certified</translation>
    </message>
    <message>
        <source>Chưa chứng thực cho ai.</source>
        <translation>Nothing certified yet.</translation>
    </message>
    <message>
        <source>{hour} · {name}
Số {numbers} · {copies} bản · {fee} đồng · {book}</source>
        <translation>{hour} · {name}
No. {numbers} · copies: {copies} · {fee} VND · {book}</translation>
    </message>
</context>
<context>
    <name>RecoverPage</name>
    <message>
        <source>&amp;Thư mục các bản sao (USB, ổ khác, máy chủ)</source>
        <translation>&amp;Folder of copies (USB stick, another disk, server)</translation>
    </message>
    <message>
        <source>C&amp;họn thư mục</source>
        <translation>C&amp;hoose a folder</translation>
    </message>
    <message>
        <source>&amp;Tìm bản sao</source>
        <translation>Find &amp;copies</translation>
    </message>
    <message>
        <source>&amp;Mật khẩu mở sổ, nếu máy hỏi khi mở</source>
        <translation>&amp;Passphrase, if this PC asks for one when opening</translation>
    </message>
    <message>
        <source>&amp;Cứu sổ</source>
        <translation>&amp;Salvage the register</translation>
    </message>
    <message>
        <source>Quay lại làm việc (Esc)</source>
        <translation>Back to work (Esc)</translation>
    </message>
    <message>
        <source>Thư mục các bản sao</source>
        <translation>Folder of copies</translation>
    </message>
    <message>
        <source>Sổ hồ sơ bị hỏng</source>
        <translation>The register is damaged</translation>
    </message>
    <message>
        <source>“Cứu sổ” đọc mọi hồ sơ còn đọc được, lấp chỗ mất từ các bản sao, và giữ nguyên tệp hỏng. Hoặc tìm một bản sao để phục hồi.</source>
        <translation>“Salvage” reads every dossier that can still be read, fills what is lost from the copies, and keeps the damaged file as it is. Or find a copy to restore.</translation>
    </message>
    <message>
        <source>Phục hồi từ bản sao</source>
        <translation>Restore from a copy</translation>
    </message>
    <message>
        <source>Cắm USB hoặc chọn thư mục có các bản sao, chọn bản mới nhất rồi Enter hai lần. Những gì máy chủ đã nhận sau bản sao sẽ tự về.</source>
        <translation>Plug the USB stick in or choose the folder of copies, choose the newest and press Enter twice. What the server received after the copy comes back by itself.</translation>
    </message>
</context>
<context>
    <name>RecoveryStep</name>
    <message>
        <source>Khoá phục hồi</source>
        <translation>Recovery key</translation>
    </message>
    <message>
        <source>Khoá này mở được sổ khi quên mật khẩu hoặc cài lại Windows. Hãy in hoặc chép ra giấy, cất trong tủ có khoá, xa máy này. Chương trình không giữ khoá ở đâu khác.</source>
        <translation>This key opens the register when the passphrase is forgotten or Windows is installed anew. Print or copy it, and keep it in a locked cupboard away from this PC. The program keeps it nowhere else.</translation>
    </message>
    <message>
        <source>&amp;In khoá phục hồi</source>
        <translation>&amp;Print the recovery key</translation>
    </message>
    <message>
        <source>Gõ lại &amp;bốn ký tự cuối của khoá trên giấy</source>
        <translation>Type the &amp;last four characters from the paper</translation>
    </message>
    <message>
        <source>Chưa đúng bốn ký tự cuối; hãy nhìn tờ khoá phục hồi và gõ lại.</source>
        <translation>These are not the last four characters; look at the sheet and type them again.</translation>
    </message>
</context>
<context>
    <name>ResultForm</name>
    <message>
        <source>Ghi kết quả</source>
        <translation>Record result</translation>
    </message>
    <message>
        <source>để trống: kết quả như danh mục thủ tục ghi</source>
        <translation>empty: the result named in the catalogue</translation>
    </message>
    <message>
        <source>&amp;Kết quả</source>
        <translation>&amp;Result</translation>
    </message>
</context>
<context>
    <name>ResultsSheet</name>
    <message>
        <source>Số phiếu</source>
        <translation>Sheets</translation>
    </message>
    <message>
        <source>Tổng</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Chín chỉ số</source>
        <translation>The nine indices</translation>
    </message>
    <message>
        <source>Chỉ số</source>
        <translation>Index</translation>
    </message>
    <message>
        <source>Điểm</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>Căn cứ, lưu ý</source>
        <translation>Evidence, caution</translation>
    </message>
    <message>
        <source>Cán bộ</source>
        <translation>Officials</translation>
    </message>
    <message>
        <source>Cán bộ tiếp nhận</source>
        <translation>Reception clerk</translation>
    </message>
    <message>
        <source>Mức hoàn thành</source>
        <translation>Share of duty</translation>
    </message>
    <message>
        <source>Lĩnh vực</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>Mức hài lòng</source>
        <translation>Satisfaction</translation>
    </message>
    <message>
        <source>Câu hỏi</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Rất hài lòng</source>
        <translation>Very satisfied</translation>
    </message>
    <message>
        <source>Hài lòng</source>
        <translation>Satisfied</translation>
    </message>
    <message>
        <source>Không hài lòng</source>
        <translation>Dissatisfied</translation>
    </message>
    <message>
        <source>Tỷ lệ</source>
        <translation>Share</translation>
    </message>
    <message>
        <source>Cách tính: {words} Theo: {source}</source>
        <translation>How it is counted: {words} By: {source}</translation>
    </message>
    <message>
        <source>Điểm chung {total}, xếp loại {grade}</source>
        <translation>Total {total}, grade {grade}</translation>
    </message>
    <message>
        <source>Năm chỉ số theo hồ sơ: {five}</source>
        <translation>The five indices of dossiers: {five}</translation>
    </message>
    <message>
        <source>{count} phiếu, {period}</source>
        <translation>{count} sheets, {period}</translation>
    </message>
    <message>
        <source>hồ sơ trực tuyến {share}% số tiếp nhận</source>
        <translation>online dossiers {share}% of those received</translation>
    </message>
</context>
<context>
    <name>ResultsTab</name>
    <message>
        <source>Tính (Ctrl+Enter)</source>
        <translation>Count (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Tự chấm… (Ctrl+D)</source>
        <translation>Rate… (Ctrl+D)</translation>
    </message>
    <message>
        <source>Xem, in (Ctrl+P)</source>
        <translation>Look, print (Ctrl+P)</translation>
    </message>
    <message>
        <source>Lưu PDF… (Ctrl+S)</source>
        <translation>Save PDF… (Ctrl+S)</translation>
    </message>
    <message>
        <source>Lưu Excel… (Ctrl+E)</source>
        <translation>Save Excel… (Ctrl+E)</translation>
    </message>
    <message>
        <source>Đang tính kết quả khảo sát…</source>
        <translation>Counting the survey…</translation>
    </message>
    <message>
        <source>Lưu kết quả khảo sát thành tệp Excel</source>
        <translation>Save the survey’s results as an Excel file</translation>
    </message>
    <message>
        <source>Đã lưu {name}.</source>
        <translation>Saved {name}.</translation>
    </message>
    <message>
        <source>Kết quả khảo sát</source>
        <translation>Results of the survey</translation>
    </message>
</context>
<context>
    <name>RetentionSection</name>
    <message>
        <source>Hết thời hạn lưu</source>
        <translation>Retention over</translation>
    </message>
    <message>
        <source>Hồ sơ đã hết thời hạn lưu, kèm quy định. Chương trình không tự xoá gì: mở từng hồ sơ, khi đã có quyết định thì xoá thông tin cá nhân trong “Việc khác (F10)”.</source>
        <translation>Dossiers whose retention is over, each with its rule. The program deletes nothing by itself: open each dossier and, once it is decided, blank the personal data under “Other actions (F10)”.</translation>
    </message>
    <message>
        <source>Chỉ lãnh đạo và quản trị quyết được; hãy nhờ họ đăng nhập.</source>
        <translation>Only leaders and administrators can decide; ask them to sign in.</translation>
    </message>
    <message>
        <source>&amp;Xem danh sách</source>
        <translation>&amp;Show the list</translation>
    </message>
    <message>
        <source>lưu đến {day}</source>
        <translation>kept until {day}</translation>
    </message>
    <message>
        <source>{count} hồ sơ xong sớm nhất</source>
        <translation>the {count} dossiers that ended first</translation>
    </message>
    <message>
        <source>{count} hồ sơ</source>
        <translation>{count} dossiers</translation>
    </message>
    <message>
        <source>Hồ sơ</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Quy định</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>Thủ tục</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <source>đã đọc văn bản</source>
        <translation>read in the text</translation>
    </message>
    <message>
        <source>chưa đối chiếu văn bản</source>
        <translation>not checked against the text</translation>
    </message>
    <message>
        <source>chưa có căn cứ</source>
        <translation>no rule found</translation>
    </message>
    <message>
        <source>quyết định của cơ quan</source>
        <translation>the office&apos;s own decision</translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message>
        <source>Rà soát thủ tục</source>
        <translation>Review of procedures</translation>
    </message>
    <message>
        <source>Thủ tục có hồ sơ</source>
        <translation>Procedures with dossiers</translation>
    </message>
    <message>
        <source>Thủ tục chưa phát sinh</source>
        <translation>Procedures without any</translation>
    </message>
    <message>
        <source>Giấy tờ ngoài danh mục</source>
        <translation>Papers beyond the catalogue</translation>
    </message>
    <message>
        <source>&amp;Xem</source>
        <translation>&amp;Look</translation>
    </message>
    <message>
        <source>Thủ tục</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <source>Hồ sơ</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>Trực tuyến</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Bổ sung</source>
        <translation>Supplemented</translation>
    </message>
    <message>
        <source>So với hẹn</source>
        <translation>Time taken</translation>
    </message>
    <message>
        <source>Lượt đến</source>
        <translation>Trips</translation>
    </message>
    <message>
        <source>Đến 0 / 1 / 2 / 3+</source>
        <translation>Came 0 / 1 / 2 / 3+</translation>
    </message>
    <message>
        <source>Giấy thêm</source>
        <translation>Extra papers</translation>
    </message>
    <message>
        <source>Mã</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Giấy tờ</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>Số lần</source>
        <translation>Times</translation>
    </message>
    <message>
        <source>Khi nào</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Có hồ sơ: {part} trên {whole} thủ tục đang áp dụng, {rate}.</source>
        <translation>With dossiers: {part} of {whole} procedures in force, {rate}.</translation>
    </message>
    <message>
        <source>Bình quân {trips} lượt đến cho một hồ sơ đã xong ({roads}); {vain} lượt đến mà hồ sơ chưa nhận được.</source>
        <translation>{trips} trips on average for a finished dossier ({roads}); {vain} visits on which nothing could be received.</translation>
    </message>
</context>
<context>
    <name>ReviewsPage</name>
    <message>
        <source>Việc cần xem lại</source>
        <translation>To review</translation>
    </message>
    <message>
        <source>Có việc được làm hai lần khi chưa biết lần kia. Không có gì bị mất; những việc dưới đây cần người quyết định, lúc nào rảnh cũng được.</source>
        <translation>Something was done twice by people who could not know of each other. Nothing is lost; what stands below is for a person to decide, whenever there is time.</translation>
    </message>
    <message>
        <source>Không có việc nào cần xem lại: mọi máy đã ghép khớp.</source>
        <translation>Nothing to review: all desks fit together.</translation>
    </message>
    <message>
        <source>Giữ như hiện nay (Alt+G)</source>
        <translation>Keep as it is (Alt+G)</translation>
    </message>
    <message>
        <source>Lấy giá trị kia (Alt+L)</source>
        <translation>Take the other value (Alt+L)</translation>
    </message>
    <message>
        <source>Huỷ phần trùng… (Alt+H)</source>
        <translation>Take back the duplicates… (Alt+H)</translation>
    </message>
    <message>
        <source>Mở hồ sơ (Enter)</source>
        <translation>Open dossier (Enter)</translation>
    </message>
    <message>
        <source>Đã giữ hồ sơ {code} như hiện nay.</source>
        <translation>Dossier {code} stays as it is.</translation>
    </message>
    <message>
        <source>Đã lấy giá trị kia vào hồ sơ {code}.</source>
        <translation>The other value was taken into dossier {code}.</translation>
    </message>
    <message>
        <source>Xem số liệu (Enter)</source>
        <translation>See the figures (Enter)</translation>
    </message>
    <message>
        <source>Đã ghi là xem.</source>
        <translation>Noted as seen.</translation>
    </message>
    <message>
        <source>Vai trò của bạn chỉ xem; hãy để người có quyền quyết.</source>
        <translation>Your role may only look; leave it to whoever may decide.</translation>
    </message>
</context>
<context>
    <name>RoadsDialog</name>
    <message>
        <source>Đường gửi thư xin lỗi</source>
        <translation>Ways of sending the apology letter</translation>
    </message>
    <message>
        <source>Các đường báo cho người nộp</source>
        <translation>Ways of telling the applicant</translation>
    </message>
    <message>
        <source>{channel}: chưa gửi</source>
        <translation>{channel}: not sent</translation>
    </message>
    <message>
        <source>{code} – {owner}</source>
        <translation>{code} – {owner}</translation>
    </message>
    <message>
        <source>Mỗi đường đi riêng; chỉ cần một đường đến nơi là người dân đã được báo.</source>
        <translation>Each way goes on its own; once one arrives, the citizen has been told.</translation>
    </message>
    <message>
        <source>Đã gửi, đã gọi (1)</source>
        <translation>Sent, called (1)</translation>
    </message>
    <message>
        <source>Đã đến nơi (2)</source>
        <translation>Arrived (2)</translation>
    </message>
    <message>
        <source>Không được (3)</source>
        <translation>Failed (3)</translation>
    </message>
    <message>
        <source>Gửi bưu điện: &amp;số vận đơn (quét hoặc gõ, rồi Enter)</source>
        <translation>By post: waybill &amp;number (scan or type, then Enter)</translation>
    </message>
    <message>
        <source>Đóng (Esc)</source>
        <translation>Close (Esc)</translation>
    </message>
</context>
<context>
    <name>RosterPanel</name>
    <message>
        <source>Trước (Page Up)</source>
        <translation>Before (Page Up)</translation>
    </message>
    <message>
        <source>Sau (Page Down)</source>
        <translation>After (Page Down)</translation>
    </message>
    <message>
        <source>Ghi (Ctrl+Enter)</source>
        <translation>Write (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Thêm người (Insert)</source>
        <translation>Add a person (Insert)</translation>
    </message>
    <message>
        <source>Theo tuần trước (F8)</source>
        <translation>As the week before (F8)</translation>
    </message>
    <message>
        <source>In (Ctrl+P)</source>
        <translation>Print (Ctrl+P)</translation>
    </message>
    <message>
        <source>Thông báo tháng (F9)</source>
        <translation>Notice of the month (F9)</translation>
    </message>
    <message>
        <source>Chưa có lịch trực nào trước tuần này để lấy theo.</source>
        <translation>There is no roster before this week to begin with.</translation>
    </message>
    <message>
        <source>Tuần {first} – {last}</source>
        <translation>Week {first} – {last}</translation>
    </message>
    <message>
        <source>Tuần này chưa có lịch trực; lãnh đạo hoặc quản trị lập.</source>
        <translation>There is no roster of this week; a leader or the administrator makes it.</translation>
    </message>
    <message>
        <source>Tuần này chưa có lịch trực: Insert thêm người, F8 lấy theo tuần trước.</source>
        <translation>There is no roster of this week: Insert adds a person, F8 takes over the week before.</translation>
    </message>
    <message>
        <source>Đã ghi lịch trực tuần từ {day}.</source>
        <translation>The roster of the week from {day} is written.</translation>
    </message>
    <message>
        <source>&amp;Lịch tuần</source>
        <translation>&amp;Week</translation>
    </message>
    <message>
        <source>&amp;Có mặt</source>
        <translation>&amp;Presence</translation>
    </message>
    <message>
        <source>S sáng, C chiều, dấu cách đổi buổi; gõ chữ để sửa; Delete bỏ người.</source>
        <translation>S morning, C afternoon, Space goes through both; letters begin a text; Delete takes a person out.</translation>
    </message>
</context>
<context>
    <name>RosterTable</name>
    <message>
        <source>Lịch trực của tuần</source>
        <translation>Roster of the week</translation>
    </message>
    <message>
        <source>T{number} {day}</source>
        <translation>D{number} {day}</translation>
    </message>
    <message>
        <source>Chức danh</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Lĩnh vực</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>Điện thoại</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Họ và tên</source>
        <translation>Full name</translation>
    </message>
</context>
<context>
    <name>ScanCatcher</name>
    <message>
        <source>Quét vào đây</source>
        <translation>Scan here</translation>
    </message>
    <message>
        <source>Hãy quét một mã thử</source>
        <translation>Scan a test code</translation>
    </message>
    <message>
        <source>Bấm vào đây, rồi quét một mã thử</source>
        <translation>Click here, then scan a test code</translation>
    </message>
</context>
<context>
    <name>ScanViewer</name>
    <message>
        <source>Trang &amp;trước</source>
        <translation>&amp;Previous page</translation>
    </message>
    <message>
        <source>Trang &amp;sau</source>
        <translation>&amp;Next page</translation>
    </message>
    <message>
        <source>Trang {page}/{pages}</source>
        <translation>Page {page}/{pages}</translation>
    </message>
    <message>
        <source>Đang mở trang…</source>
        <translation>Opening the page…</translation>
    </message>
    <message>
        <source>Đó&amp;ng</source>
        <translation>&amp;Close</translation>
    </message>
</context>
<context>
    <name>ScannerTest</name>
    <message>
        <source>Thử máy quét</source>
        <translation>Try the scanner</translation>
    </message>
    <message>
        <source>Đang nhận…</source>
        <translation>Receiving…</translation>
    </message>
    <message>
        <source>Tốt</source>
        <translation>Good</translation>
    </message>
    <message>
        <source>Nên sửa</source>
        <translation>Better changed</translation>
    </message>
    <message>
        <source>Phải sửa</source>
        <translation>Must be changed</translation>
    </message>
    <message>
        <source>Cả ba mã thử đều đúng: máy quét đã sẵn sàng.</source>
        <translation>All three test codes came right: the scanner is ready.</translation>
    </message>
    <message>
        <source>Đã đúng {passed} trong ba mã thử.</source>
        <translation>{passed} of three test codes came right.</translation>
    </message>
    <message>
        <source>&amp;In tờ mã thử</source>
        <translation>&amp;Print the test codes</translation>
    </message>
    <message>
        <source>Đó&amp;ng (Esc)</source>
        <translation>&amp;Close (Esc)</translation>
    </message>
    <message>
        <source>Tắt tiếng Việt của bộ gõ, rồi quét lần lượt ba mã trên tờ mã thử. Quét thẻ hay giấy hẹn thật cũng được; không có gì được ghi lại.</source>
        <translation>Turn the typing tool to English, then scan the three codes on the sheet one after the other. A real card or receipt will do, too; nothing is recorded.</translation>
    </message>
    <message>
        <source>Thẻ căn cước của {name}, số {number}</source>
        <translation>{name}&apos;s identity card, number {number}</translation>
    </message>
    <message>
        <source>Giấy in sẵn số {number}</source>
        <translation>Pre-printed slip number {number}</translation>
    </message>
    <message>
        <source>Giấy hẹn của hồ sơ {code}</source>
        <translation>Receipt of dossier {code}</translation>
    </message>
    <message>
        <source>Mã thử chữ và bộ gõ</source>
        <translation>Test code for letters and typing tool</translation>
    </message>
    <message>
        <source>Chữ thường: không phải thẻ, không phải mã hồ sơ</source>
        <translation>Plain text: neither a card nor the code of a dossier</translation>
    </message>
    <message>
        <source>Bộ gõ tiếng Việt đang bật và đã sửa chữ của máy quét.</source>
        <translation>The Vietnamese typing tool is on and has altered the scanner&apos;s letters.</translation>
    </message>
    <message>
        <source>Bấm biểu tượng bộ gõ ở góc màn hình cho thành chữ E rồi quét lại; bộ gõ có mục loại trừ ứng dụng thì thêm chương trình này vào.</source>
        <translation>Click the typing tool&apos;s icon in the corner of the screen until it shows E and scan again; if the tool has a list of excepted applications, add this program.</translation>
    </message>
    <message>
        <source>Có chữ mà bàn phím của máy tính không gõ được.</source>
        <translation>There are letters that a keyboard cannot type.</translation>
    </message>
    <message>
        <source>Đúng từng chữ của mã thử.</source>
        <translation>Every letter of the test code is right.</translation>
    </message>
    <message>
        <source>Chữ hoa và chữ thường bị đảo.</source>
        <translation>Capitals and small letters are swapped.</translation>
    </message>
    <message>
        <source>Tắt Caps Lock rồi quét lại.</source>
        <translation>Turn Caps Lock off and scan again.</translation>
    </message>
    <message>
        <source>ở đầu “{text}”</source>
        <translation>at the beginning “{text}”</translation>
    </message>
    <message>
        <source>ở cuối “{text}”</source>
        <translation>at the end “{text}”</translation>
    </message>
    <message>
        <source>Máy quét thêm chữ {where}.</source>
        <translation>The scanner adds letters {where}.</translation>
    </message>
    <message>
        <source>Quét mã tắt Prefix, Suffix và Code ID trong sách hướng dẫn; ở cuối chỉ để Enter.</source>
        <translation>Scan the codes in its manual that turn Prefix, Suffix and Code ID off; only Enter is to stay at the end.</translation>
    </message>
    <message>
        <source>Chữ có dấu trên thẻ bị mất hoặc sai.</source>
        <translation>Accented letters of the card are lost or wrong.</translation>
    </message>
    <message>
        <source>Mã thử là “{meant}”, máy nhận được “{text}”.</source>
        <translation>The test code is “{meant}”, this PC received “{text}”.</translation>
    </message>
    <message>
        <source>Đặt bàn phím Windows là English (United States) và máy quét là US English, rồi quét lại; vẫn sai thì lau mặt kính, quét gần hơn.</source>
        <translation>Set Windows&apos; keyboard to English (United States) and the scanner to US English, and scan again; if it is still wrong, clean the glass and scan from nearer.</translation>
    </message>
    <message>
        <source>Bật mục Unicode (ALT mode, Emulate keypad) với bảng mã UTF-8 trong sách hướng dẫn máy quét, và bật Num Lock.</source>
        <translation>Turn on Unicode (ALT mode, Emulate keypad) with UTF-8 as the scanner&apos;s manual says, and Num Lock.</translation>
    </message>
    <message>
        <source>Chỉ có {count} chữ, ít hơn một lần quét.</source>
        <translation>Only {count} letters, fewer than a scan has.</translation>
    </message>
    <message>
        <source>Hãy bấm cò máy quét vào một mã thử, đừng gõ tay.</source>
        <translation>Scan a test code; do not type.</translation>
    </message>
    <message>
        <source>Chữ đến chậm, cách nhau tới {most} mili giây: chương trình tưởng là người gõ.</source>
        <translation>The letters come slowly, up to {most} milliseconds apart: it looks like typing by hand.</translation>
    </message>
    <message>
        <source>Đặt Inter-character delay của máy quét về 0 (nhiều nhất 10) mili giây.</source>
        <translation>Set the scanner&apos;s inter-character delay to 0 (10 at most) milliseconds.</translation>
    </message>
    <message>
        <source>Đủ nhanh: trung bình {mean} mili giây một chữ, lâu nhất {most}.</source>
        <translation>Fast enough: {mean} milliseconds a letter on average, {most} at most.</translation>
    </message>
    <message>
        <source>Kết thúc bằng Enter.</source>
        <translation>It ends with Enter.</translation>
    </message>
    <message>
        <source>Kết thúc bằng Tab; dùng được, nhưng Enter chắc hơn.</source>
        <translation>It ends with Tab; that works, Enter is surer.</translation>
    </message>
    <message>
        <source>Đặt Suffix (Terminator) của máy quét là Enter (CR).</source>
        <translation>Set the scanner&apos;s suffix (terminator) to Enter (CR).</translation>
    </message>
    <message>
        <source>Không có Enter ở cuối: mỗi lần quét phải chờ thêm một nhịp.</source>
        <translation>No Enter at the end: each scan waits a moment longer.</translation>
    </message>
</context>
<context>
    <name>Scans</name>
    <message>
        <source>Đã đóng “{title}” để nhận mã vừa quét.</source>
        <translation>Closed “{title}” to take the scanned code.</translation>
    </message>
</context>
<context>
    <name>ScansPanel</name>
    <message>
        <source>Bản quét</source>
        <translation>Scans</translation>
    </message>
    <message>
        <source>Thêm tệp</source>
        <translation>Add files</translation>
    </message>
    <message>
        <source>Quét</source>
        <translation>Scan</translation>
    </message>
    <message>
        <source>Kéo thả tệp PDF, JPEG, PNG vào đây, hoặc bấm “Thêm tệp”.</source>
        <translation>Drop PDF, JPEG or PNG files here, or press “Add files”.</translation>
    </message>
    <message>
        <source>Chọn bản quét</source>
        <translation>Choose scans</translation>
    </message>
    <message>
        <source>Đính kèm {count} tệp mới từ máy q&amp;uét</source>
        <translation>Attach {count} ne&amp;w file(s) from the scanner</translation>
    </message>
</context>
<context>
    <name>ScoreInputs</name>
    <message>
        <source>Chọn tệp minh chứng…</source>
        <translation>Choose a file as proof…</translation>
    </message>
    <message>
        <source>Điể&amp;m</source>
        <translation>&amp;Points</translation>
    </message>
    <message>
        <source>&amp;Loại</source>
        <translation>&amp;Kind</translation>
    </message>
    <message>
        <source>Minh chứng t&amp;hêm</source>
        <translation>One more p&amp;roof</translation>
    </message>
    <message>
        <source>&amp;Ghi chú</source>
        <translation>Not&amp;es</translation>
    </message>
    <message>
        <source>Chọn tệp minh chứng</source>
        <translation>Choose a file as proof</translation>
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
    <name>SecondPlace</name>
    <message>
        <source>&amp;Nơi sao lưu (USB, ổ khác, máy chủ)</source>
        <translation>Place for copies (USB stick, a&amp;nother disk, server)</translation>
    </message>
    <message>
        <source>C&amp;họn thư mục</source>
        <translation>C&amp;hoose a folder</translation>
    </message>
    <message>
        <source>&amp;Lưu</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>Sao ra đó n&amp;gay</source>
        <translation>Copy there no&amp;w</translation>
    </message>
    <message>
        <source>&amp;Tìm bản sao để phục hồi</source>
        <translation>&amp;Find a copy to restore</translation>
    </message>
    <message>
        <source>Chưa chọn nơi sao lưu: máy hỏng thì mất hồ sơ từ lần sao lưu tay cuối.</source>
        <translation>No second place chosen: if this PC breaks, all dossiers since the last backup by hand are lost.</translation>
    </message>
    <message>
        <source>Chưa có bản sao nào; bản đầu tiên được chép khi máy rảnh tay.</source>
        <translation>No copy yet; the first one is made in the next calm moment.</translation>
    </message>
    <message>
        <source>Bản sao gần nhất: {time}, đã mở ra kiểm tra.</source>
        <translation>Last copy: {time}, opened and checked.</translation>
    </message>
    <message>
        <source>Nơi sao lưu thứ hai</source>
        <translation>Second place for copies</translation>
    </message>
    <message>
        <source>Không có thư mục này; hãy cắm USB, bấm “Chọn thư mục”, hoặc để trống.</source>
        <translation>There is no such folder; plug the USB stick in, press “Choose a folder”, or leave it empty.</translation>
    </message>
    <message>
        <source>Không ghi được thiết lập ({reason}); hãy kiểm tra ổ đĩa.</source>
        <translation>The settings could not be written ({reason}); check the disk.</translation>
    </message>
    <message>
        <source>Đã lưu nơi sao lưu.</source>
        <translation>The place for copies is saved.</translation>
    </message>
    <message>
        <source>Đang sao lưu và kiểm tra bản sao…</source>
        <translation>Backing up and checking the copy…</translation>
    </message>
    <message>
        <source>Mỗi ngày tự sao lưu</source>
        <translation>Backed up by itself every day</translation>
    </message>
    <message>
        <source>Mỗi ngày một bản, lúc máy rảnh tay; giữ 7 ngày, 4 tuần và 12 tháng gần nhất. Bản sao nào cũng được mở ra kiểm tra rồi mới bỏ bản cũ.</source>
        <translation>One copy a day, in a calm moment; those of the last 7 days, 4 weeks and 12 months are kept. Every copy is opened and checked before old ones go.</translation>
    </message>
</context>
<context>
    <name>SecondScreen</name>
    <message>
        <source>Màn hình thứ hai đã rút ra; cắm lại là hiện như cũ (F11: bật, tắt).</source>
        <translation>The second screen was unplugged; plugged in again it shows as before (F11: on, off).</translation>
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
    <name>SelfScorePanel</name>
    <message>
        <source>Nhập bảng tiêu chí</source>
        <translation>Import a sheet of criteria</translation>
    </message>
    <message>
        <source>Tự chấm điểm cải cách hành chính</source>
        <translation>Self-score of administrative reform</translation>
    </message>
    <message>
        <source>Mã</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Tiêu chí</source>
        <translation>Criterion</translation>
    </message>
    <message>
        <source>Tối đa</source>
        <translation>At most</translation>
    </message>
    <message>
        <source>Tự chấm</source>
        <translation>Given</translation>
    </message>
    <message>
        <source>Minh chứng</source>
        <translation>Proof</translation>
    </message>
    <message>
        <source>Ghi điểm (Ctrl+Enter)</source>
        <translation>Save the points (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Lấy theo số liệu (F6)</source>
        <translation>Take from figures (F6)</translation>
    </message>
    <message>
        <source>Bỏ điểm</source>
        <translation>Take the points back</translation>
    </message>
    <message>
        <source>Nhập bảng tiêu chí…</source>
        <translation>Import a sheet of criteria…</translation>
    </message>
    <message>
        <source>Dùng bảng ví dụ</source>
        <translation>Use the example sheet</translation>
    </message>
    <message>
        <source>&amp;Năm</source>
        <translation>&amp;Year</translation>
    </message>
    <message>
        <source>Phần {code}. {name}: {points} điểm</source>
        <translation>Part {code}. {name}: {points} points</translation>
    </message>
    <message>
        <source>Tổng điểm: {parts} = {points}</source>
        <translation>Total: {parts} = {points}</translation>
    </message>
    <message>
        <source>, xếp loại {band}</source>
        <translation>, rated {band}</translation>
    </message>
    <message>
        <source>; còn {count} tiêu chí chưa chấm</source>
        <translation>; {count} criteria have no points yet</translation>
    </message>
    <message>
        <source>. Bảng tiêu chí: {origin}.</source>
        <translation>. Sheet of criteria: {origin}.</translation>
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
    <name>SheetButtons</name>
    <message>
        <source>Xem trước (F8)</source>
        <translation>Preview (F8)</translation>
    </message>
    <message>
        <source>In (Ctrl+P)</source>
        <translation>Print (Ctrl+P)</translation>
    </message>
    <message>
        <source>Lưu PDF… (Ctrl+S)</source>
        <translation>Save PDF… (Ctrl+S)</translation>
    </message>
    <message>
        <source>Lưu Excel… (Ctrl+E)</source>
        <translation>Save Excel… (Ctrl+E)</translation>
    </message>
    <message>
        <source>Lưu thành tệp Excel</source>
        <translation>Save as an Excel file</translation>
    </message>
    <message>
        <source>Đã lưu {name}.</source>
        <translation>Saved {name}.</translation>
    </message>
</context>
<context>
    <name>Sides</name>
    <message>
        <source>Cần quyết định</source>
        <translation>To decide</translation>
    </message>
    <message>
        <source>Lần nhập sau</source>
        <translation>The later import</translation>
    </message>
    <message>
        <source>Hồ sơ đang ghi</source>
        <translation>The dossier has</translation>
    </message>
    <message>
        <source>Lần nhập trước</source>
        <translation>The earlier import</translation>
    </message>
    <message>
        <source>Bản có hiệu lực</source>
        <translation>The one that holds</translation>
    </message>
    <message>
        <source>Bản đến sau</source>
        <translation>Came later</translation>
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
        <source>&amp;Tập làm trên sổ tập</source>
        <translation>&amp;Practise on a practice register</translation>
    </message>
    <message>
        <source>Người và hồ sơ bịa, trong một cửa sổ riêng.</source>
        <translation>Invented people and dossiers, in a window of its own.</translation>
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
    <name>Signing</name>
    <message>
        <source>Ký thư</source>
        <translation>Sign letters</translation>
    </message>
    <message>
        <source>Đang ký {count} thư xin lỗi…</source>
        <translation>Signing {count} apology letter(s)…</translation>
    </message>
    <message>
        <source>Đã ký {done}/{all} thư. Thư nằm ở thẻ “Đã ký”; bấm Ctrl+P ở đó để in.</source>
        <translation>Signed {done}/{all} letters. They are on the tab “Signed”; press Ctrl+P there to print.</translation>
    </message>
    <message>
        <source>Đã ký {words}. In ở thẻ “Đã ký” (Ctrl+P).</source>
        <translation>Signed: {words}. Print on the tab “Signed” (Ctrl+P).</translation>
    </message>
    <message>
        <source>Ký thư xin lỗi</source>
        <translation>Sign apology letters</translation>
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
        <source>Đã lưu lúc {time}</source>
        <translation>Saved at {time}</translation>
    </message>
    <message>
        <source>Mọi hồ sơ trên máy này đã lưu lúc {time}</source>
        <translation>All dossiers on this PC were saved at {time}</translation>
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
    <name>SubmittedFiles</name>
    <message>
        <source>Tệp đính kèm</source>
        <translation>Attached files</translation>
    </message>
    <message>
        <source>Tệp đính kèm: {count} (Alt+P, Enter để xem)</source>
        <translation>Attached files: {count} (Alt+P, Enter to look)</translation>
    </message>
</context>
<context>
    <name>SupportSection</name>
    <message>
        <source>Gói nhật ký của chương trình, phiên bản và cài đặt vào một tệp để gửi người hỗ trợ. Trong tệp không có tên, số định danh hay hồ sơ của ai, không có mật khẩu.</source>
        <translation>Packs the program&apos;s logs, its version and settings into one file for whoever helps. It holds nobody&apos;s name, number or dossier, and no password.</translation>
    </message>
    <message>
        <source>&amp;Lưu tệp cho người hỗ trợ…</source>
        <translation>&amp;Save the file for support…</translation>
    </message>
    <message>
        <source>Tệp (*.zip)</source>
        <translation>File (*.zip)</translation>
    </message>
    <message>
        <source>Đã lưu {file}. Trong đó có: {parts}.</source>
        <translation>Saved {file}. It holds: {parts}.</translation>
    </message>
</context>
<context>
    <name>SurveyDialog</name>
    <message>
        <source>Khảo sát hài lòng</source>
        <translation>Satisfaction survey</translation>
    </message>
    <message>
        <source>0   Không trả lời câu này</source>
        <translation>0   No answer to this question</translation>
    </message>
    <message>
        <source>Ghi phiếu (Enter)</source>
        <translation>Save the sheet (Enter)</translation>
    </message>
    <message>
        <source>Câu trước (Backspace)</source>
        <translation>Previous question (Backspace)</translation>
    </message>
    <message>
        <source>Quay lại (Esc)</source>
        <translation>Back (Esc)</translation>
    </message>
    <message>
        <source>Câu này chỉ bấm 1 đến {last}, hoặc 0 nếu không trả lời.</source>
        <translation>Press 1 to {last} here, or 0 for no answer.</translation>
    </message>
    <message>
        <source>Chưa hết câu hỏi; hãy bấm số cho câu này trước.</source>
        <translation>There are questions left; press a number for this one first.</translation>
    </message>
    <message>
        <source>Hồ sơ {code} · câu {number}/{of}</source>
        <translation>Dossier {code} · question {number}/{of}</translation>
    </message>
    <message>
        <source>Hỏi tại quầy (F11)</source>
        <translation>Ask at the counter (F11)</translation>
    </message>
    <message>
        <source>Màn hình dân (F11)</source>
        <translation>Citizen’s screen (F11)</translation>
    </message>
    <message>
        <source>Người dân đang trả lời trên màn hình của họ, bằng bàn phím số.</source>
        <translation>The citizen is answering on their own screen, with the keypad.</translation>
    </message>
    <message>
        <source>Đã trả lời xong; người dân bấm Enter để gửi.</source>
        <translation>All is answered; the citizen presses Enter to send.</translation>
    </message>
    <message>
        <source>Đã hỏi xong. Enter để ghi phiếu, Backspace để sửa câu trước.</source>
        <translation>All is asked. Enter saves the sheet, Backspace changes the last answer.</translation>
    </message>
    <message>
        <source>bỏ trống</source>
        <translation>left open</translation>
    </message>
    <message>
        <source>Không ai trả lời khảo sát nên chưa ghi phiếu nào.</source>
        <translation>Nobody answered the survey, so no sheet was saved.</translation>
    </message>
    <message>
        <source>Đã ghi phiếu khảo sát của hồ sơ {code}.</source>
        <translation>The survey sheet of dossier {code} is saved.</translation>
    </message>
</context>
<context>
    <name>SurveyPanel</name>
    <message>
        <source>&amp;Kết quả</source>
        <translation>&amp;Result</translation>
    </message>
    <message>
        <source>&amp;Nhập phiếu giấy</source>
        <translation>&amp;Key in paper sheets</translation>
    </message>
</context>
<context>
    <name>TakeOverForm</name>
    <message>
        <source>Nhận bàn giao</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>Bên nhận: {name}.</source>
        <translation>Receiver: {name}.</translation>
    </message>
</context>
<context>
    <name>TargetsPanel</name>
    <message>
        <source>Chỉ tiêu của năm</source>
        <translation>Targets of the year</translation>
    </message>
    <message>
        <source>Chỉ tiêu</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>Đặt</source>
        <translation>Set</translation>
    </message>
    <message>
        <source>Đạt</source>
        <translation>Reached</translation>
    </message>
    <message>
        <source>Tử số / mẫu số</source>
        <translation>Counted / of</translation>
    </message>
    <message>
        <source>Kết quả</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Đặt chỉ tiêu (Ctrl+Enter)</source>
        <translation>Set the target (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Bỏ chỉ tiêu</source>
        <translation>Take the target back</translation>
    </message>
    <message>
        <source>&amp;Năm</source>
        <translation>&amp;Year</translation>
    </message>
    <message>
        <source>Chỉ tiêu của năm {year}</source>
        <translation>Targets of {year}</translation>
    </message>
    <message>
        <source>chưa đặt</source>
        <translation>not set</translation>
    </message>
    <message>
        <source>Gợi ý: từ {percent} trở lên. Theo: {source}.</source>
        <translation>Suggested: {percent} or more. By: {source}.</translation>
    </message>
    <message>
        <source>Chưa có số liệu: {why}.</source>
        <translation>No figures yet: {why}.</translation>
    </message>
    <message>
        <source>Đã tính {part}/{whole} {unit}.</source>
        <translation>Counted {part}/{whole} {unit}.</translation>
    </message>
    <message>
        <source>Chưa đạt</source>
        <translation>Not reached</translation>
    </message>
    <message>
        <source>Chỉ tiêu (&amp;%)</source>
        <translation>Target (&amp;%)</translation>
    </message>
    <message>
        <source>Căn &amp;cứ</source>
        <translation>&amp;Basis</translation>
    </message>
</context>
<context>
    <name>Things</name>
    <message>
        <source>Quyển</source>
        <translation>Book</translation>
    </message>
    <message>
        <source>Số</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Ngày</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Người yêu cầu</source>
        <translation>Requested by</translation>
    </message>
    <message>
        <source>Giấy tờ</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>Trang</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Bản</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>Phí (đồng)</source>
        <translation>Fee (VND)</translation>
    </message>
    <message>
        <source>Mã nộp</source>
        <translation>Submission</translation>
    </message>
    <message>
        <source>Người nộp</source>
        <translation>Submitted by</translation>
    </message>
    <message>
        <source>Thủ tục</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <source>Nộp lúc</source>
        <translation>Submitted at</translation>
    </message>
    <message>
        <source>Trả lời trước</source>
        <translation>Answer by</translation>
    </message>
    <message>
        <source>Số phiếu</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Về việc</source>
        <translation>About</translation>
    </message>
    <message>
        <source>Lĩnh vực</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>Nội dung</source>
        <translation>What was said</translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Tiếp nhận lúc</source>
        <translation>Received at</translation>
    </message>
</context>
<context>
    <name>ThingsDialog</name>
    <message>
        <source>Con số này gồm những gì</source>
        <translation>What this figure counts</translation>
    </message>
    <message>
        <source>Xem phản ánh (Enter)</source>
        <translation>See the feedback (Enter)</translation>
    </message>
    <message>
        <source>Mở hồ sơ (Enter)</source>
        <translation>Open the dossier (Enter)</translation>
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
        <source>Trợ giúp về trang này · F1</source>
        <translation>Help on this page · F1</translation>
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
    <name>Tour</name>
    <message>
        <source>Người dân tới quầy thì bắt đầu ở đây: nhấn F2, hoặc quét thẻ căn cước của họ ở bất kỳ màn hình nào.</source>
        <translation>When a citizen comes to the desk, begin here: press F2, or scan the identity card on any screen.</translation>
    </message>
    <message>
        <source>Tìm hồ sơ: nhấn F3 rồi gõ tên không dấu, mã hồ sơ hoặc số điện thoại. Quét mã trên giấy hẹn thì hồ sơ mở ra ngay.</source>
        <translation>To find a dossier press F3 and type a name without accents, a code or a phone number. Scanning a receipt opens its dossier at once.</translation>
    </message>
    <message>
        <source>Việc của hôm nay bằng con số. Nhấn Tab tới một ô rồi Enter để xem danh sách ấy.</source>
        <translation>Today&apos;s work in figures. Tab to one of them, Enter shows its list.</translation>
    </message>
    <message>
        <source>Việc gấp nằm ở đây, quá hạn trước. Mũi tên chọn dòng, Enter mở hồ sơ.</source>
        <translation>What presses is here, overdue first. Arrows choose, Enter opens the dossier.</translation>
    </message>
    <message>
        <source>Các trang khác. Nhấn F6 để chuyển giữa ô tìm, trang và cột này; Esc để quay lại.</source>
        <translation>The other pages. F6 goes between the search box, the page and this column; Esc goes back.</translation>
    </message>
    <message>
        <source>Rời quầy thì nhấn Ctrl+L để khoá màn hình. Đổi mã PIN của mình cũng ở đây.</source>
        <translation>Press Ctrl+L when you leave the desk. Your own PIN is changed here, too.</translation>
    </message>
    <message>
        <source>Nhấn F1 ở bất kỳ đâu để xem trợ giúp về đúng màn hình ấy, và để xem lại các bước này. Muốn tập mà không sợ hỏng: nút “Tập làm” ở màn hình đăng nhập.</source>
        <translation>Press F1 anywhere for help on that very screen, and to see these steps again. To practise without fear: “Tập làm” on the sign-in screen.</translation>
    </message>
</context>
<context>
    <name>UndoDialog</name>
    <message>
        <source>Huỷ lần nhập sổ cũ</source>
        <translation>Undo an import</translation>
    </message>
    <message>
        <source>Những hồ sơ đứng ở cả hai lần nhập sẽ chuyển sang “đã huỷ” ở một lần; lần kia giữ nguyên.</source>
        <translation>Dossiers that stand in both imports become “taken back” in one of them; the other stays as it is.</translation>
    </message>
    <message>
        <source>{file}: {count} hồ sơ sẽ chuyển sang “đã huỷ”.</source>
        <translation>{file}: {count} dossiers will become “undone”.</translation>
    </message>
    <message>
        <source>&amp;Huỷ lần nhập</source>
        <translation>&amp;Undo the import</translation>
    </message>
    <message>
        <source>&amp;Huỷ phần trùng</source>
        <translation>&amp;Take back the duplicates</translation>
    </message>
    <message>
        <source>Đóng (Esc)</source>
        <translation>Close (Esc)</translation>
    </message>
    <message>
        <source>Không có gì bị xoá: lịch sử từng hồ sơ ghi ai huỷ, lúc nào, vì sao. Hồ sơ đã có việc làm tiếp thì giữ lại.</source>
        <translation>Nothing is deleted: each dossier&apos;s history tells who undid it, when and why. Dossiers on which work went on are kept.</translation>
    </message>
    <message>
        <source>Lần &amp;nhập</source>
        <translation>&amp;Import</translation>
    </message>
    <message>
        <source>&amp;Lý do</source>
        <translation>&amp;Reason</translation>
    </message>
    <message>
        <source>Đang huỷ lần nhập…</source>
        <translation>Undoing the import…</translation>
    </message>
    <message>
        <source>{at}, {file}: {count} hồ sơ</source>
        <translation>{at}, {file}: {count} dossiers</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Mật khẩu mở sổ, hoặc khoá phục hồi đã in</source>
        <translation>Passphrase, or the printed recovery key</translation>
    </message>
    <message>
        <source>Mở sổ</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Sổ hồ sơ đang khoá</source>
        <translation>The register is locked</translation>
    </message>
    <message>
        <source>Quên mật khẩu thì gõ khoá phục hồi trên tờ giấy đã in khi lập sổ; tờ ấy do người phụ trách cất giữ.</source>
        <translation>If the passphrase is forgotten, type the recovery key from the sheet printed at set-up; whoever is in charge keeps it.</translation>
    </message>
</context>
<context>
    <name>Unmasking</name>
    <message>
        <source>Liên hệ người nộp</source>
        <translation>Reach the applicant</translation>
    </message>
    <message>
        <source>Đối chiếu giấy tờ của người đến quầy</source>
        <translation>Compare with the papers of whoever is at the counter</translation>
    </message>
    <message>
        <source>Trả kết quả</source>
        <translation>Hand over a result</translation>
    </message>
    <message>
        <source>Theo yêu cầu của người có thẩm quyền</source>
        <translation>Asked for by somebody with authority</translation>
    </message>
    <message>
        <source>Kiểm tra, báo cáo</source>
        <translation>Inspection, report</translation>
    </message>
    <message>
        <source>&amp;Che số lại (F12)</source>
        <translation>&amp;Hide numbers (F12)</translation>
    </message>
    <message>
        <source>&amp;Hiện số (F12)</source>
        <translation>&amp;Show numbers (F12)</translation>
    </message>
    <message>
        <source>Số định danh, điện thoại hiện trong 2 phút; việc hiện số được ghi lại.</source>
        <translation>Identity and phone numbers are shown for two minutes; that they were is recorded.</translation>
    </message>
</context>
<context>
    <name>Updating</name>
    <message>
        <source>Một cửa</source>
        <translation>One-stop shop</translation>
    </message>
    <message>
        <source>Phiên bản mới {version} đang tự kiểm tra trên máy này…</source>
        <translation>The new version {version} is testing itself on this PC…</translation>
    </message>
    <message>
        <source>Bản cập nhật {version} không dùng được trên máy này; vẫn dùng phiên bản cũ. Hãy báo người quản trị; lý do ghi ở Thiết lập, mục Phiên bản.</source>
        <translation>The update {version} does not work on this PC; the old version stays. Tell the administrator; the reason is under Settings, Version.</translation>
    </message>
    <message>
        <source>không có báo cáo</source>
        <translation>no report</translation>
    </message>
</context>
<context>
    <name>VersionSection</name>
    <message>
        <source>Đang dùng phiên bản {version}. Gói cập nhật (.rcu) đến bằng USB hoặc qua máy chủ; nó được kiểm tra chữ ký, và lần mở sau tự kiểm tra rồi mới thay phiên bản này.</source>
        <translation>This is version {version}. An update pack (.rcu) comes on a stick or from the server; its signature is checked, and at the next start it tests itself before it takes the place of this version.</translation>
    </message>
    <message>
        <source>&amp;Nhận gói cập nhật…</source>
        <translation>&amp;Take an update pack…</translation>
    </message>
    <message>
        <source>Đang kiểm tra và giải nén gói cập nhật…</source>
        <translation>Checking and unpacking the update…</translation>
    </message>
    <message>
        <source>Nhận gói cập nhật chương trình</source>
        <translation>Take a program update</translation>
    </message>
    <message>
        <source>Bản cập nhật gần nhất không qua được tự kiểm tra: {why}</source>
        <translation>The last update did not pass its own test: {why}</translation>
    </message>
    <message>
        <source>Nhận phiên bản {version} do máy chủ &amp;gửi</source>
        <translation>Take version {version} that the server &amp;sent</translation>
    </message>
    <message>
        <source>Đã nhận phiên bản {version}; hãy đóng và mở lại chương trình khi rảnh để dùng.</source>
        <translation>Version {version} is here; close and open the program when there is time.</translation>
    </message>
</context>
<context>
    <name>WaitStrip</name>
    <message>
        <source>Khoảng chờ giữa các chữ, mili giây: {waits}</source>
        <translation>Waits between the letters, milliseconds: {waits}</translation>
    </message>
    <message>
        <source>Khoảng chờ giữa các chữ; quá vạch ({limit} mili giây) thì bị coi là người gõ</source>
        <translation>Waits between the letters; beyond the line ({limit} milliseconds) it counts as typing</translation>
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
    <name>Who</name>
    <message>
        <source>Thẻ vừa quét khác với người đang làm</source>
        <translation>The scanned card differs from the present person</translation>
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
        <source>Họ tên lấy từ lần trước theo số định danh; hãy đối chiếu với giấy tờ.</source>
        <translation>The name is from an earlier visit, by identity number; check it against the papers.</translation>
    </message>
</context>
<context>
    <name>WordingEditor</name>
    <message>
        <source>Lời văn của mẫu giấy</source>
        <translation>Wording of the form</translation>
    </message>
    <message>
        <source>như: Quyết định 12/QĐ-UBND ngày 05/01/2026</source>
        <translation>e.g. Quyết định 12/QĐ-UBND ngày 05/01/2026</translation>
    </message>
    <message>
        <source>Áp dụng từ &amp;ngày</source>
        <translation>In force &amp;from</translation>
    </message>
    <message>
        <source>&amp;Căn cứ</source>
        <translation>&amp;Basis</translation>
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
        <source>Chưa có ngày áp dụng; hãy ghi ngày/tháng/năm.</source>
        <translation>Say from which day it is in force: day/month/year.</translation>
    </message>
    <message>
        <source>Xem giấy (Ctrl+P)</source>
        <translation>View paper (Ctrl+P)</translation>
    </message>
    <message>
        <source>Đóng (Esc)</source>
        <translation>Close (Esc)</translation>
    </message>
    <message>
        <source>Lưu (Ctrl+Enter)</source>
        <translation>Save (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Chỗ trong ngoặc nhọn do máy điền, như {example}; giữ nguyên tên trong ngoặc. Giấy của những ngày trước ngày áp dụng vẫn theo lời văn cũ.</source>
        <translation>The program fills in what stands in braces, such as {example}; leave the name in the braces as it is. Papers of earlier days keep the old wording.</translation>
    </message>
    <message>
        <source>Câu dùng được:</source>
        <translation>Sentences can use:</translation>
    </message>
</context>
<context>
    <name>WordingFields</name>
    <message>
        <source>Lời văn của mẫu</source>
        <translation>Wording of the form</translation>
    </message>
    <message>
        <source>Lời văn của cơ quan</source>
        <translation>Wording of the office</translation>
    </message>
    <message>
        <source>(mẫu không có chỗ này)</source>
        <translation>(not in the form)</translation>
    </message>
</context>
<context>
    <name>WordingPreview</name>
    <message>
        <source>Xem thử – {title}</source>
        <translation>Sample – {title}</translation>
    </message>
    <message>
        <source>Giấy thử với người và hồ sơ bịa ra; không dùng để trả cho dân.</source>
        <translation>A sample with an invented person and dossier; do not give it to citizens.</translation>
    </message>
    <message>
        <source>Đã gửi trang in thử ra máy in.</source>
        <translation>The test page was sent to the printer.</translation>
    </message>
</context>
<context>
    <name>WordingsSection</name>
    <message>
        <source>Cơ quan có lời văn riêng cho mẫu giấy nào thì giấy in theo lời văn ấy, từ ngày áp dụng; giấy của những ngày trước giữ nguyên.</source>
        <translation>Where the office has its own wording of a form, papers are printed in it from the day it comes into force; papers of earlier days stay as they are.</translation>
    </message>
    <message>
        <source>&amp;Sửa lời văn… (Enter)</source>
        <translation>&amp;Edit wording… (Enter)</translation>
    </message>
    <message>
        <source>&amp;Xem giấy</source>
        <translation>&amp;View paper</translation>
    </message>
    <message>
        <source>&amp;Mẫu giấy</source>
        <translation>&amp;Form</translation>
    </message>
    <message>
        <source>Các &amp;bản của mẫu này</source>
        <translation>Ve&amp;rsions of this form</translation>
    </message>
    <message>
        <source>Đã lưu: {title} theo lời văn mới từ ngày {day}.</source>
        <translation>Saved: {title}, in the new wording from {day}.</translation>
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
    <name>acts</name>
    <message>
        <source>&amp;Cần bổ sung (mỗi dòng một mục)</source>
        <translation>To &amp;bring (one item per line)</translation>
    </message>
    <message>
        <source>&amp;Lý do</source>
        <translation>&amp;Reason</translation>
    </message>
    <message>
        <source>&amp;Quy định cho phép yêu cầu muộn</source>
        <translation>Rule that &amp;allows a late request</translation>
    </message>
    <message>
        <source>Lập và in phiếu</source>
        <translation>Issue and print the slip</translation>
    </message>
    <message>
        <source>Đã lập phiếu yêu cầu bổ sung; đồng hồ dừng đến khi nhận đủ.</source>
        <translation>Supplement slip issued; the clock stops until everything is received.</translation>
    </message>
    <message>
        <source>Luật chỉ cho yêu cầu một lần, chậm nhất ngày {day}; hãy ghi cho đủ.</source>
        <translation>The law allows one request only, by {day}; list everything.</translation>
    </message>
    <message>
        <source>Khi nhận đủ bổ sung, thời hạn được tính lại từ đầu.</source>
        <translation>Once the supplement is complete, the time limit restarts.</translation>
    </message>
    <message>
        <source>Khi nhận đủ bổ sung, thời hạn tính tiếp, không kể lúc chờ.</source>
        <translation>Once the supplement is complete, the time limit goes on, without the wait.</translation>
    </message>
    <message>
        <source>Nhận bổ sung</source>
        <translation>Receive the supplement</translation>
    </message>
    <message>
        <source>Đã nhận bổ sung</source>
        <translation>Supplement received</translation>
    </message>
    <message>
        <source>Đã &amp;nộp thêm (dấu cách: bỏ hoặc đánh dấu)</source>
        <translation>&amp;Now submitted (Space: mark or unmark)</translation>
    </message>
    <message>
        <source>Tạm dừng</source>
        <translation>Suspended</translation>
    </message>
    <message>
        <source>Đã tạm dừng; khi hết lý do, mở hồ sơ này và bấm “Tiếp tục (Alt+T)”.</source>
        <translation>Suspended; when the ground is gone, open this dossier and press “Resume (Alt+T)”.</translation>
    </message>
    <message>
        <source>&amp;Căn cứ tạm dừng</source>
        <translation>&amp;Ground for suspending</translation>
    </message>
    <message>
        <source>Điều &amp;khoản, văn bản</source>
        <translation>&amp;Article, legal text</translation>
    </message>
    <message>
        <source>Dự kiến tiếp tục &amp;ngày</source>
        <translation>&amp;Expected to resume on</translation>
    </message>
    <message>
        <source>Đồng hồ dừng từ bây giờ; lúc tạm dừng không tính vào thời hạn.</source>
        <translation>The clock stops now; the suspension does not count towards the time limit.</translation>
    </message>
    <message>
        <source>Tạm dừng từ {moment}: {ground}.</source>
        <translation>Suspended since {moment}: {ground}.</translation>
    </message>
    <message>
        <source>Tiếp tục giải quyết</source>
        <translation>Resume work</translation>
    </message>
    <message>
        <source>Đã tiếp tục</source>
        <translation>Resumed</translation>
    </message>
    <message>
        <source>&amp;Ghi chú</source>
        <translation>Not&amp;es</translation>
    </message>
    <message>
        <source>không bắt buộc</source>
        <translation>optional</translation>
    </message>
    <message>
        <source>Gia hạn</source>
        <translation>Extension</translation>
    </message>
    <message>
        <source>Đã gia hạn</source>
        <translation>Extended</translation>
    </message>
    <message>
        <source>Thêm mấy &amp;ngày làm việc</source>
        <translation>Working &amp;days to add</translation>
    </message>
    <message>
        <source>&amp;Văn bản thoả thuận (số, ngày)</source>
        <translation>&amp;Agreement in writing (number, date)</translation>
    </message>
    <message>
        <source>Ghi lý do</source>
        <translation>Record reason</translation>
    </message>
    <message>
        <source>Đã ghi lý do chậm; thư xin lỗi soạn sẵn dùng lý do này.</source>
        <translation>Reason for the delay recorded; the draft apology uses it.</translation>
    </message>
    <message>
        <source>&amp;Hẹn lại lúc</source>
        <translation>&amp;New date and time</translation>
    </message>
    <message>
        <source>Người &amp;ký</source>
        <translation>&amp;Signed by</translation>
    </message>
    <message>
        <source>&amp;Vì sao gửi muộn</source>
        <translation>Why sent &amp;late</translation>
    </message>
    <message>
        <source>Ký và in thư xin lỗi</source>
        <translation>Sign and print the apology letter</translation>
    </message>
    <message>
        <source>Đã xin lỗi và hẹn lại {moment}; hạn gốc giữ nguyên.</source>
        <translation>Apologised, new date {moment}; the original due date stands.</translation>
    </message>
    <message>
        <source>Chỉ hẹn lại một lần. Thư phải gửi chậm nhất ngày {day}.</source>
        <translation>A new date is given only once. The letter must be sent by {day}.</translation>
    </message>
    <message>
        <source>Đề xuất: {because}.</source>
        <translation>Proposed: {because}.</translation>
    </message>
    <message>
        <source>&amp;Nguyên nhân</source>
        <translation>&amp;Cause</translation>
    </message>
    <message>
        <source>&amp;Chậm do</source>
        <translation>&amp;Delayed by</translation>
    </message>
    <message>
        <source>&amp;Lý do ghi trong thư</source>
        <translation>&amp;Reason given in the letter</translation>
    </message>
    <message>
        <source>để trống: ghi theo nguyên nhân</source>
        <translation>empty: the cause is given</translation>
    </message>
    <message>
        <source>{act}.</source>
        <translation>{act}.</translation>
    </message>
    <message>
        <source>{act}; hạn trả bây giờ là {moment}.</source>
        <translation>{act}; now due {moment}.</translation>
    </message>
    <message>
        <source>Ghi kết quả</source>
        <translation>Record result</translation>
    </message>
    <message>
        <source>&amp;Số kết quả</source>
        <translation>Result &amp;number</translation>
    </message>
    <message>
        <source>nếu có</source>
        <translation>if any</translation>
    </message>
    <message>
        <source>&amp;Kết quả</source>
        <translation>&amp;Result</translation>
    </message>
    <message>
        <source>Từ chối và in phiếu</source>
        <translation>Refuse and print the notice</translation>
    </message>
    <message>
        <source>Đã từ chối giải quyết; phiếu từ chối chờ trả cho người nộp.</source>
        <translation>Request refused; the refusal notice awaits handover to the applicant.</translation>
    </message>
    <message>
        <source>&amp;Lý do từ chối</source>
        <translation>&amp;Reason for refusal</translation>
    </message>
    <message>
        <source>Từ chối giải quyết hồ sơ {code}? Phiếu từ chối được đánh số và là kết quả.</source>
        <translation>Refuse dossier {code}? The refusal notice gets a number and is the result.</translation>
    </message>
    <message>
        <source>Người nộp yêu cầu &amp;bằng</source>
        <translation>How the applicant &amp;asked</translation>
    </message>
    <message>
        <source>đơn tại quầy</source>
        <translation>written request at the counter</translation>
    </message>
    <message>
        <source>&amp;Phí, lệ phí đã thu (hoàn lại thế nào)</source>
        <translation>&amp;Fees collected (how refunded)</translation>
    </message>
    <message>
        <source>Dừng và in thông báo</source>
        <translation>Stop and print the notice</translation>
    </message>
    <message>
        <source>Đã dừng hồ sơ {code} theo yêu cầu.</source>
        <translation>Dossier {code} stopped on request.</translation>
    </message>
    <message>
        <source>Dừng giải quyết hồ sơ {code} theo yêu cầu của người nộp?</source>
        <translation>Stop dossier {code} at the applicant’s request?</translation>
    </message>
    <message>
        <source>&amp;Người nhận</source>
        <translation>&amp;Recipient</translation>
    </message>
    <message>
        <source>&amp;Số định danh</source>
        <translation>&amp;Identity number</translation>
    </message>
    <message>
        <source>Giấy &amp;uỷ quyền (khi người khác nhận)</source>
        <translation>&amp;Authorisation (if another person collects)</translation>
    </message>
    <message>
        <source>&amp;Vận đơn</source>
        <translation>Wa&amp;ybill</translation>
    </message>
    <message>
        <source>Trả và in phiếu</source>
        <translation>Hand over and print the slip</translation>
    </message>
    <message>
        <source>Đã trả kết quả {code} cho {name}.</source>
        <translation>Result of {code} handed over to {name}.</translation>
    </message>
    <message>
        <source>&amp;Phí, lệ phí còn phải thu: {sum} đồng</source>
        <translation>&amp;Fees still owed: {sum} VND</translation>
    </message>
    <message>
        <source>chưa thu</source>
        <translation>not collected yet</translation>
    </message>
    <message>
        <source>đã thu tiền mặt</source>
        <translation>collected in cash</translation>
    </message>
    <message>
        <source>đã thu chuyển khoản</source>
        <translation>collected by bank transfer</translation>
    </message>
    <message>
        <source>đã thu trực tuyến</source>
        <translation>collected online</translation>
    </message>
    <message>
        <source>bưu điện thu hộ</source>
        <translation>collected by the post office</translation>
    </message>
    <message>
        <source>Trả lại &amp;bản chính (dấu cách: bỏ hoặc đánh dấu)</source>
        <translation>Return &amp;originals (Space: mark or unmark)</translation>
    </message>
    <message>
        <source>Kết quả là phiếu từ chối số {number}.</source>
        <translation>The result is refusal notice number {number}.</translation>
    </message>
    <message>
        <source>hãy gửi bưu điện (Alt+U)</source>
        <translation>send it by post (Alt+U)</translation>
    </message>
    <message>
        <source>báo người nộp (Alt+A), trả kết quả (Alt+T)</source>
        <translation>notify the applicant (Alt+A), hand over the result (Alt+T)</translation>
    </message>
    <message>
        <source>Đã ghi kết quả của {code}; tiếp theo: {following}.</source>
        <translation>Result of {code} recorded; next: {following}.</translation>
    </message>
    <message>
        <source>Chuyển &amp;cho</source>
        <translation>&amp;Forward to</translation>
    </message>
    <message>
        <source>vài chữ không dấu; F4 mở danh sách</source>
        <translation>some letters without accents; F4 opens the list</translation>
    </message>
    <message>
        <source>&amp;Lời nhắn</source>
        <translation>&amp;Note</translation>
    </message>
    <message>
        <source>Chuyển hồ sơ</source>
        <translation>Forward dossier</translation>
    </message>
    <message>
        <source>Đã chuyển cho {name}. Khi cầm hồ sơ, nơi nhận bấm “Nhận bàn giao”.</source>
        <translation>Forwarded to {name}. Once the dossier is there, the recipient presses “Take over”.</translation>
    </message>
    <message>
        <source>Nhận bàn giao</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>{name} đã nhận hồ sơ {code}.</source>
        <translation>{name} has taken over dossier {code}.</translation>
    </message>
    <message>
        <source>&amp;Trả lại cho</source>
        <translation>Return &amp;to</translation>
    </message>
    <message>
        <source>Kết quả đã ghi sẽ không còn giá trị; hồ sơ được giải quyết tiếp.</source>
        <translation>The recorded result will no longer stand; work on the dossier goes on.</translation>
    </message>
    <message>
        <source>Trả lại</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>Đã trả lại cho {name}.</source>
        <translation>Returned to {name}.</translation>
    </message>
    <message>
        <source>Một cửa và người trong cơ quan</source>
        <translation>One-stop shop and people of the office</translation>
    </message>
    <message>
        <source>Cơ quan và bước xử lý của thủ tục khác</source>
        <translation>Offices and stages of other procedures</translation>
    </message>
    <message>
        <source>Cấp trên</source>
        <translation>Higher level</translation>
    </message>
    <message>
        <source>chuyên viên</source>
        <translation>specialist</translation>
    </message>
    <message>
        <source>cơ quan, đơn vị</source>
        <translation>office</translation>
    </message>
    <message>
        <source>cấp trên</source>
        <translation>higher level</translation>
    </message>
    <message>
        <source>một cửa</source>
        <translation>one-stop shop</translation>
    </message>
    <message>
        <source>Các bước liên thông của hồ sơ</source>
        <translation>Linked stages of the dossier</translation>
    </message>
    <message>
        <source>theo nơi nhận</source>
        <translation>by recipient</translation>
    </message>
    <message>
        <source>Bước {number}: {office}, xong trước {moment}</source>
        <translation>Stage {number}: {office}, done by {moment}</translation>
    </message>
    <message>
        <source>&amp;Bước liên thông</source>
        <translation>&amp;Linked stage</translation>
    </message>
    <message>
        <source>Lý do &amp;sửa</source>
        <translation>Reason for the &amp;correction</translation>
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
        <source>Chuyển</source>
        <translation>Forward</translation>
    </message>
    <message>
        <source>Yêu cầu bổ sung</source>
        <translation>Supplement request</translation>
    </message>
    <message>
        <source>Tiếp tục</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>Có kết quả</source>
        <translation>Result at the desk</translation>
    </message>
    <message>
        <source>Trả kết quả</source>
        <translation>Hand over result</translation>
    </message>
    <message>
        <source>Gửi bưu điện</source>
        <translation>Send by post</translation>
    </message>
    <message>
        <source>Báo người nộp</source>
        <translation>Notify the applicant</translation>
    </message>
    <message>
        <source>Lưu sửa đổi</source>
        <translation>Save the correction</translation>
    </message>
    <message>
        <source>Đã sửa thông tin</source>
        <translation>Details corrected</translation>
    </message>
    <message>
        <source>Đổi thủ tục</source>
        <translation>Change procedure</translation>
    </message>
    <message>
        <source>Đã đổi thủ tục</source>
        <translation>Procedure changed</translation>
    </message>
    <message>
        <source>&amp;Thủ tục đúng</source>
        <translation>Correct &amp;procedure</translation>
    </message>
    <message>
        <source>Đang theo thủ tục: {name}.</source>
        <translation>Present procedure: {name}.</translation>
    </message>
    <message>
        <source>Mã hồ sơ, lúc nhận và lịch sử giữ nguyên; giấy đã in hết hiệu lực.</source>
        <translation>Dossier code, time of receipt and history stay; papers already printed are no longer valid.</translation>
    </message>
    <message>
        <source>Lúc nhận hồ sơ</source>
        <translation>When the dossier was received</translation>
    </message>
    <message>
        <source>Lúc có kết quả</source>
        <translation>When the result came</translation>
    </message>
    <message>
        <source>Lúc trả kết quả</source>
        <translation>When the result was handed over</translation>
    </message>
    <message>
        <source>Sửa thời điểm</source>
        <translation>Correct the time</translation>
    </message>
    <message>
        <source>Đã sửa thời điểm</source>
        <translation>Time corrected</translation>
    </message>
    <message>
        <source>&amp;Thời điểm nào</source>
        <translation>Which &amp;time</translation>
    </message>
    <message>
        <source>Đún&amp;g ra là</source>
        <translation>&amp;Correct time</translation>
    </message>
    <message>
        <source>Số liệu được báo cả khi có và khi không có lần sửa này.</source>
        <translation>Figures are reported both with and without this correction.</translation>
    </message>
    <message>
        <source>&amp;Lý do huỷ</source>
        <translation>&amp;Reason for undoing</translation>
    </message>
    <message>
        <source>Đã &amp;thu lại giấy hẹn đã in</source>
        <translation>The printed receipt was &amp;taken back</translation>
    </message>
    <message>
        <source>Huỷ tiếp nhận</source>
        <translation>Undo receiving</translation>
    </message>
    <message>
        <source>Đã huỷ tiếp nhận {code}; mã này không dùng lại.</source>
        <translation>Undone: {code}; this code is not used again.</translation>
    </message>
    <message>
        <source>Còn {minutes} phút để huỷ, nếu hồ sơ chưa rời quầy.</source>
        <translation>Time left to undo, if the dossier has not left the counter: {minutes} min.</translation>
    </message>
    <message>
        <source>Huỷ tiếp nhận hồ sơ {code}?</source>
        <translation>Undo receiving dossier {code}?</translation>
    </message>
    <message>
        <source>{act}; hãy thu lại giấy cũ, giấy mới thay cho giấy ấy.</source>
        <translation>{act}; take the old paper back, the new one replaces it.</translation>
    </message>
    <message>
        <source>Ghi đã thu</source>
        <translation>Record as collected</translation>
    </message>
    <message>
        <source>Đã ghi thu {sum} đồng.</source>
        <translation>Recorded as collected: {sum} VND.</translation>
    </message>
    <message>
        <source>&amp;Số tiền (đồng)</source>
        <translation>&amp;Amount (VND)</translation>
    </message>
    <message>
        <source>&amp;Cách trả</source>
        <translation>&amp;Paid by</translation>
    </message>
    <message>
        <source>&amp;Ký hiệu biên lai</source>
        <translation>Fee receipt &amp;symbol</translation>
    </message>
    <message>
        <source>Số &amp;biên lai</source>
        <translation>Fee receipt &amp;number</translation>
    </message>
    <message>
        <source>Số và ký hiệu ghi theo biên lai điện tử đã lập ở hệ thống thu phí.</source>
        <translation>Number and symbol are those of the electronic fee receipt already made in the fee collection system.</translation>
    </message>
    <message>
        <source>Đã ghi vận đơn {number}.</source>
        <translation>Waybill {number} recorded.</translation>
    </message>
    <message>
        <source>Số &amp;vận đơn</source>
        <translation>&amp;Waybill number</translation>
    </message>
    <message>
        <source>quét hoặc gõ</source>
        <translation>scan or type</translation>
    </message>
    <message>
        <source>&amp;Gửi gì</source>
        <translation>&amp;What is sent</translation>
    </message>
    <message>
        <source>kết quả</source>
        <translation>result</translation>
    </message>
    <message>
        <source>thư xin lỗi</source>
        <translation>apology letter</translation>
    </message>
    <message>
        <source>giấy tờ khác</source>
        <translation>another paper</translation>
    </message>
    <message>
        <source>Ghi đối soát</source>
        <translation>Record the answer</translation>
    </message>
    <message>
        <source>Đã ghi trả lời của bưu điện.</source>
        <translation>The post office’s answer is recorded.</translation>
    </message>
    <message>
        <source>&amp;Bưu điện báo</source>
        <translation>&amp;Post office says</translation>
    </message>
    <message>
        <source>đã phát</source>
        <translation>delivered</translation>
    </message>
    <message>
        <source>chuyển hoàn</source>
        <translation>returned to sender</translation>
    </message>
    <message>
        <source>Ghi đã báo</source>
        <translation>Record as told</translation>
    </message>
    <message>
        <source>Đã ghi việc báo cho người nộp.</source>
        <translation>The notice to the applicant is recorded.</translation>
    </message>
    <message>
        <source>Báo &amp;bằng</source>
        <translation>Told &amp;by</translation>
    </message>
    <message>
        <source>&amp;Số, địa chỉ</source>
        <translation>Number or &amp;address</translation>
    </message>
    <message>
        <source>&amp;Về việc</source>
        <translation>Abou&amp;t</translation>
    </message>
    <message>
        <source>xin lỗi và hẹn lại</source>
        <translation>apology and new date</translation>
    </message>
    <message>
        <source>bổ sung hồ sơ</source>
        <translation>supplement</translation>
    </message>
    <message>
        <source>việc khác</source>
        <translation>another matter</translation>
    </message>
    <message>
        <source>&amp;Kết quả báo</source>
        <translation>&amp;Outcome</translation>
    </message>
    <message>
        <source>không có hạn</source>
        <translation>no limit</translation>
    </message>
    <message>
        <source>Xoá thông tin</source>
        <translation>Blank the data</translation>
    </message>
    <message>
        <source>Đã xoá thông tin cá nhân của hồ sơ {code}.</source>
        <translation>The personal data of dossier {code} was blanked.</translation>
    </message>
    <message>
        <source>&amp;Căn cứ</source>
        <translation>&amp;Ground</translation>
    </message>
    <message>
        <source>&amp;Số, ngày văn bản</source>
        <translation>&amp;Number and date of the decision</translation>
    </message>
    <message>
        <source>&amp;Người quyết định, chức vụ</source>
        <translation>&amp;Who decided, and as what</translation>
    </message>
    <message>
        <source>&amp;Gõ lại mã hồ sơ</source>
        <translation>&amp;Type the code of the dossier again</translation>
    </message>
    <message>
        <source>Họ tên, số định danh, điện thoại, địa chỉ, ghi chú và bản quét mất hẳn, cả trong nháp đang nhập cho người này; mã, thời điểm, thủ tục và số liệu còn lại.</source>
        <translation>Name, identity number, phone, address, notes and scans go for good, also from drafts for this person; code, moments, procedure and figures stay.</translation>
    </message>
    <message>
        <source>Xoá rồi không lấy lại được.</source>
        <translation>Nothing brings them back.</translation>
    </message>
    <message>
        <source>Bản sao lập trước lúc xoá hồ sơ {code}, giấy đã in và tệp đã lưu vẫn còn thông tin ấy; hãy lập bản sao mới, rồi huỷ các bản sao, giấy và tệp cũ.</source>
        <translation>Copies made before dossier {code} was blanked, printed papers and saved files still tell those data; make a new copy, then destroy the old copies, papers and files.</translation>
    </message>
    <message>
        <source>Phản ánh {codes} có nêu hồ sơ này; xoá hồ sơ không xoá ở đó.</source>
        <translation>Feedback {codes} names this dossier; redacting the dossier does not reach it.</translation>
    </message>
    <message>
        <source>Phản ánh {codes} chưa trả lời nên chưa xoá được.</source>
        <translation>Feedback {codes} is not answered, so it cannot be redacted yet.</translation>
    </message>
    <message>
        <source>Xoá cả thông tin trong phản ánh {code}</source>
        <translation>Redact feedback {code}, too</translation>
    </message>
</context>
<context>
    <name>apologies</name>
    <message>
        <source>Mã hồ sơ</source>
        <translation>Dossier code</translation>
    </message>
    <message>
        <source>Người nộp</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>Hạn trả</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Do ai, vì sao</source>
        <translation>By whom and why</translation>
    </message>
    <message>
        <source>Đề nghị hẹn</source>
        <translation>Proposed new date</translation>
    </message>
    <message>
        <source>Gửi chậm nhất</source>
        <translation>Send by</translation>
    </message>
    <message>
        <source>Dự thảo chờ ký</source>
        <translation>Drafts to sign</translation>
    </message>
    <message>
        <source>Số thư</source>
        <translation>Letter number</translation>
    </message>
    <message>
        <source>Ký lúc</source>
        <translation>Signed at</translation>
    </message>
    <message>
        <source>Hẹn lại</source>
        <translation>New date</translation>
    </message>
    <message>
        <source>Các đường báo</source>
        <translation>Notices</translation>
    </message>
    <message>
        <source>Người dân</source>
        <translation>Citizen</translation>
    </message>
    <message>
        <source>Thư đã ký</source>
        <translation>Signed letters</translation>
    </message>
    <message>
        <source>Chưa in được</source>
        <translation>Printing failed</translation>
    </message>
    <message>
        <source>in lần {times}</source>
        <translation>printed, time {times}</translation>
    </message>
    <message>
        <source>Đã in</source>
        <translation>Printed</translation>
    </message>
    <message>
        <source>{why} Thư đã phát hành được giữ ở {path}.</source>
        <translation>{why} The issued letters are kept at {path}.</translation>
    </message>
    <message>
        <source>Vai trò {role} không ký thư xin lỗi. Bạn ghi lý do chậm (Enter), dự thảo sẽ chờ lãnh đạo ký.</source>
        <translation>The role {role} does not sign apology letters. Give the reason for the delay (Enter); the draft then waits for a leader to sign.</translation>
    </message>
    <message>
        <source>thư số {number}, hẹn lại ngày {day}</source>
        <translation>letter number {number}, new date {day}</translation>
    </message>
    <message>
        <source>Đã ký</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>Chưa ký (đã dừng)</source>
        <translation>Not signed (stopped)</translation>
    </message>
    <message>
        <source>Chưa ký được</source>
        <translation>Signing failed</translation>
    </message>
    <message>
        <source>Ký thư xin lỗi hồ sơ {code} của {owner}, hẹn lại ngày {day}? Chỉ được hẹn lại một lần.</source>
        <translation>Sign the apology letter for dossier {code} of {owner}, new date {day}? A new date can be given only once.</translation>
    </message>
    <message>
        <source>Ký {count} thư xin lỗi theo lý do và ngày hẹn trong dự thảo? Mỗi hồ sơ chỉ được hẹn lại một lần.</source>
        <translation>Sign {count} apology letters with the reasons and new dates of the drafts? Each dossier can be given a new date only once.</translation>
    </message>
    <message>
        <source>Đã báo</source>
        <translation>Told</translation>
    </message>
    <message>
        <source>Đã gửi</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Chưa báo được</source>
        <translation>Could not be told</translation>
    </message>
    <message>
        <source>Chưa gửi</source>
        <translation>Not sent yet</translation>
    </message>
    <message>
        <source>{day} (đã trễ)</source>
        <translation>{day} (too late)</translation>
    </message>
    <message>
        <source>{told} (chưa ai ghi lý do)</source>
        <translation>{told} (nobody has given a reason yet)</translation>
    </message>
    <message>
        <source>Không có hồ sơ quá hạn</source>
        <translation>No overdue dossiers</translation>
    </message>
    <message>
        <source>Đã xin lỗi {done}/{late} hồ sơ quá hạn</source>
        <translation>Apologised for {done}/{late} overdue dossiers</translation>
    </message>
    <message>
        <source>Tháng này {late} kết quả trả muộn, {without} chưa từng được xin lỗi.</source>
        <translation>Results late this month: {late}; never apologised for: {without}.</translation>
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
    <name>certified</name>
    <message>
        <source>Hôm nay: {cases} lượt · {copies} bản · {fee} đồng</source>
        <translation>Today: cases {cases} · copies {copies} · {fee} VND</translation>
    </message>
    <message>
        <source>riêng bạn {cases} lượt, {fee} đồng</source>
        <translation>you alone: cases {cases}, {fee} VND</translation>
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
        <source>bước {n}</source>
        <translation>stage {n}</translation>
    </message>
    <message>
        <source>dự kiến đến {day}</source>
        <translation>expected until {day}</translation>
    </message>
    <message>
        <source>thêm {days} ngày làm việc</source>
        <translation>{days} working day(s) more</translation>
    </message>
    <message>
        <source>hẹn lại {moment}</source>
        <translation>new date {moment}</translation>
    </message>
    <message>
        <source>ký: {name}</source>
        <translation>signed: {name}</translation>
    </message>
    <message>
        <source>dòng {n}</source>
        <translation>row {n}</translation>
    </message>
    <message>
        <source>hạn trả {moment}</source>
        <translation>due {moment}</translation>
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
        <source>Đang ở đâu</source>
        <translation>Where it is</translation>
    </message>
    <message>
        <source>Đã qua tay</source>
        <translation>Hands it passed through</translation>
    </message>
    <message>
        <source>Người giữ</source>
        <translation>Held by</translation>
    </message>
    <message>
        <source>Từ lúc</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>{moment} ({time})</source>
        <translation>{moment} ({time})</translation>
    </message>
    <message>
        <source>Bàn giao</source>
        <translation>Passed on</translation>
    </message>
    <message>
        <source>Lời nhắn</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>{time}, quá hạn của bước</source>
        <translation>{time}, overdue at this stage</translation>
    </message>
    <message>
        <source>chưa xác nhận đã nhận</source>
        <translation>not confirmed as taken over</translation>
    </message>
    <message>
        <source>xác nhận đã nhận lúc {moment}</source>
        <translation>confirmed as taken over at {moment}</translation>
    </message>
    <message>
        <source>Các bước xử lý liên thông</source>
        <translation>Stages</translation>
    </message>
    <message>
        <source>{limit}, xong trước {moment}: {state}</source>
        <translation>{limit}, done by {moment}: {state}</translation>
    </message>
    <message>
        <source>Hẹn tại bước đầu</source>
        <translation>Due at the first stage</translation>
    </message>
    <message>
        <source>Hẹn tổng</source>
        <translation>Due overall</translation>
    </message>
    <message>
        <source>đang ở {holder}</source>
        <translation>with {holder}</translation>
    </message>
    <message>
        <source>{holder} xong lúc {moment}</source>
        <translation>{holder} done at {moment}</translation>
    </message>
    <message>
        <source>đã qua</source>
        <translation>passed</translation>
    </message>
    <message>
        <source>chờ chuyển đến</source>
        <translation>waiting to be passed on</translation>
    </message>
    <message>
        <source>chưa đến</source>
        <translation>not reached yet</translation>
    </message>
    <message>
        <source>{state}, quá hạn</source>
        <translation>{state}, overdue</translation>
    </message>
    <message>
        <source>Tạm dừng</source>
        <translation>Suspended</translation>
    </message>
    <message>
        <source>Căn cứ</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>Điều khoản, văn bản</source>
        <translation>Article, legal text</translation>
    </message>
    <message>
        <source>Dự kiến tiếp tục</source>
        <translation>Expected to resume</translation>
    </message>
    <message>
        <source>Yêu cầu bổ sung</source>
        <translation>Supplement request</translation>
    </message>
    <message>
        <source>Yêu cầu lúc</source>
        <translation>Asked for at</translation>
    </message>
    <message>
        <source>{moment}, phiếu {number}</source>
        <translation>{moment}, slip {number}</translation>
    </message>
    <message>
        <source>Lý do</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Quy định riêng</source>
        <translation>Special rule</translation>
    </message>
    <message>
        <source>tính lại từ đầu khi nhận đủ</source>
        <translation>the clock restarts once complete</translation>
    </message>
    <message>
        <source>tính tiếp, không kể lúc chờ</source>
        <translation>the clock goes on, without the wait</translation>
    </message>
    <message>
        <source>Cách tính hạn</source>
        <translation>How the due date is counted</translation>
    </message>
    <message>
        <source>Nhận đủ lúc</source>
        <translation>Complete at</translation>
    </message>
    <message>
        <source>Hạn sau bổ sung</source>
        <translation>Due after the supplement</translation>
    </message>
    <message>
        <source>Nếu tính cách kia</source>
        <translation>If counted the other way</translation>
    </message>
    <message>
        <source>Gia hạn, chậm và xin lỗi</source>
        <translation>Extension, delay and apology</translation>
    </message>
    <message>
        <source>Gia hạn</source>
        <translation>Extension</translation>
    </message>
    <message>
        <source>thêm {days} ngày làm việc, theo {agreement}</source>
        <translation>{days} working day(s) more, under {agreement}</translation>
    </message>
    <message>
        <source>Nguyên nhân</source>
        <translation>Cause</translation>
    </message>
    <message>
        <source>Chậm do</source>
        <translation>Delayed by</translation>
    </message>
    <message>
        <source>Thư xin lỗi</source>
        <translation>Apology letter</translation>
    </message>
    <message>
        <source>số {number}, ký lúc {moment}, {signer}</source>
        <translation>number {number}, signed at {moment}, {signer}</translation>
    </message>
    <message>
        <source>Hẹn lại</source>
        <translation>New date</translation>
    </message>
    <message>
        <source>Gửi muộn vì</source>
        <translation>Sent late because</translation>
    </message>
    <message>
        <source>Báo cho người nộp</source>
        <translation>Telling the applicant</translation>
    </message>
    <message>
        <source>Cần bổ sung</source>
        <translation>To bring</translation>
    </message>
    <message>
        <source>Giấy đã in không còn đúng</source>
        <translation>Printed papers no longer right</translation>
    </message>
    <message>
        <source>Hãy thu lại giấy cũ và in giấy mới (Ctrl+P).</source>
        <translation>Take the old paper back and print the new one (Ctrl+P).</translation>
    </message>
    <message>
        <source>Hãy thu lại giấy cũ nếu người dân còn giữ.</source>
        <translation>Take the old paper back if the citizen still has it.</translation>
    </message>
    <message>
        <source>Từ chối giải quyết</source>
        <translation>Rejected</translation>
    </message>
    <message>
        <source>phiếu {number}, {moment}</source>
        <translation>slip {number}, {moment}</translation>
    </message>
    <message>
        <source>Số</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Có kết quả</source>
        <translation>Result at the desk</translation>
    </message>
    <message>
        <source>Dừng theo yêu cầu</source>
        <translation>Stopped on request</translation>
    </message>
    <message>
        <source>thông báo {number}, {moment}</source>
        <translation>notice {number}, {moment}</translation>
    </message>
    <message>
        <source>Yêu cầu bằng</source>
        <translation>How it was asked for</translation>
    </message>
    <message>
        <source>Trả lại</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>Đã trả</source>
        <translation>Handed over</translation>
    </message>
    <message>
        <source>Người nhận</source>
        <translation>Recipient</translation>
    </message>
    <message>
        <source>Giấy uỷ quyền</source>
        <translation>Authorisation paper</translation>
    </message>
    <message>
        <source>Bản chính đã trả</source>
        <translation>Originals returned</translation>
    </message>
    <message>
        <source>Vận đơn</source>
        <translation>Waybill</translation>
    </message>
    <message>
        <source>Phí, lệ phí đã thu</source>
        <translation>Fees collected</translation>
    </message>
    <message>
        <source>biên lai {receipt}</source>
        <translation>fee receipt {receipt}</translation>
    </message>
    <message>
        <source>Gửi bưu điện</source>
        <translation>Send by post</translation>
    </message>
    <message>
        <source>đã phát</source>
        <translation>delivered</translation>
    </message>
    <message>
        <source>chuyển hoàn</source>
        <translation>returned to sender</translation>
    </message>
    <message>
        <source>Đã sửa</source>
        <translation>Corrected</translation>
    </message>
    <message>
        <source>Đổi thủ tục thành: {name}</source>
        <translation>Procedure changed to: {name}</translation>
    </message>
    <message>
        <source>Lúc nhận hồ sơ</source>
        <translation>When the dossier was received</translation>
    </message>
    <message>
        <source>Lúc có kết quả</source>
        <translation>When the result came</translation>
    </message>
    <message>
        <source>Lúc trả kết quả</source>
        <translation>When the result was handed over</translation>
    </message>
    <message>
        <source>điện thoại</source>
        <translation>phone</translation>
    </message>
    <message>
        <source>thư điện tử</source>
        <translation>e-mail</translation>
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
        <source>Hạn gốc trên giấy đầu</source>
        <translation>Original due date, first paper</translation>
    </message>
    <message>
        <source>{number} ({file}, dòng {row})</source>
        <translation>{number} ({file}, row {row})</translation>
    </message>
    <message>
        <source>Số trong sổ cũ</source>
        <translation>Number in the old register</translation>
    </message>
    <message>
        <source>Đồng hồ</source>
        <translation>Clock</translation>
    </message>
    <message>
        <source>đang dừng; hạn được tính lại khi tiếp tục</source>
        <translation>stopped; the due date is counted anew when it resumes</translation>
    </message>
    <message>
        <source>Hẹn lại (xin lỗi)</source>
        <translation>New date (apology)</translation>
    </message>
    <message>
        <source>{moment}; hạn gốc giữ nguyên</source>
        <translation>{moment}; the original due date stands</translation>
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
        <source>{count} ngày</source>
        <translation>{count} day(s)</translation>
    </message>
    <message>
        <source>{count} giờ</source>
        <translation>{count} h</translation>
    </message>
    <message>
        <source>{count} phút</source>
        <translation>{count} min</translation>
    </message>
    <message>
        <source>chưa đến một phút làm việc</source>
        <translation>less than a minute of working time</translation>
    </message>
    <message>
        <source>{time} làm việc</source>
        <translation>{time} of working time</translation>
    </message>
    <message>
        <source>giấy</source>
        <translation>paper</translation>
    </message>
    <message>
        <source>bưu điện</source>
        <translation>post</translation>
    </message>
    <message>
        <source>tin nhắn</source>
        <translation>text message</translation>
    </message>
    <message>
        <source>Zalo</source>
        <translation>Zalo</translation>
    </message>
    <message>
        <source>chờ gửi</source>
        <translation>to be sent</translation>
    </message>
    <message>
        <source>đã gửi</source>
        <translation>sent</translation>
    </message>
    <message>
        <source>người nộp đã biết</source>
        <translation>the applicant knows</translation>
    </message>
    <message>
        <source>không liên lạc được</source>
        <translation>could not be reached</translation>
    </message>
    <message>
        <source>kết quả</source>
        <translation>result</translation>
    </message>
    <message>
        <source>thư xin lỗi</source>
        <translation>apology letter</translation>
    </message>
    <message>
        <source>bổ sung hồ sơ</source>
        <translation>supplement</translation>
    </message>
    <message>
        <source>giấy tờ</source>
        <translation>papers</translation>
    </message>
    <message>
        <source>việc khác</source>
        <translation>another matter</translation>
    </message>
    <message>
        <source>tiền mặt</source>
        <translation>cash</translation>
    </message>
    <message>
        <source>chuyển khoản</source>
        <translation>bank transfer</translation>
    </message>
    <message>
        <source>trực tuyến</source>
        <translation>online</translation>
    </message>
    <message>
        <source>bưu điện thu hộ</source>
        <translation>collected by the post office</translation>
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
    <message>
        <source>Mã, lúc nhận</source>
        <translation>Code, received at</translation>
    </message>
    <message>
        <source>Người nộp</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>Tình trạng, hẹn trả</source>
        <translation>Status, due</translation>
    </message>
    <message>
        <source>Đang ở</source>
        <translation>Now with</translation>
    </message>
    <message>
        <source>từ {day}</source>
        <translation>since {day}</translation>
    </message>
    <message>
        <source>Mã hồ sơ</source>
        <translation>Dossier code</translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Từ ngày</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>{day} (dự kiến)</source>
        <translation>{day} (provisional)</translation>
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
    <name>exchange</name>
    <message>
        <source>Chưa ghi danh với máy chủ</source>
        <translation>Not enrolled at a server</translation>
    </message>
    <message>
        <source>{words} · {number} việc cần xem lại</source>
        <translation>{words} · {number} to review</translation>
    </message>
    <message>
        <source>{words} · {number} gói cập nhật hỏng</source>
        <translation>{words} · {number} broken updates</translation>
    </message>
</context>
<context>
    <name>feedback</name>
    <message>
        <source>Không nêu danh tính</source>
        <translation>Anonymous</translation>
    </message>
    <message>
        <source>chờ bổ sung đến {until}</source>
        <translation>waits for more until {until}</translation>
    </message>
    <message>
        <source>QUÁ HẠN từ {until}</source>
        <translation>OVERDUE since {until}</translation>
    </message>
    <message>
        <source>trả lời trước {until}</source>
        <translation>answer by {until}</translation>
    </message>
    <message>
        <source>Nội dung phản ánh</source>
        <translation>What was said</translation>
    </message>
    <message>
        <source>Diễn biến</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>Có việc máy khác ghi cùng lúc nên không áp dụng.</source>
        <translation>Another desk wrote something at the same time; it does not apply.</translation>
    </message>
    <message>
        <source>Nội dung</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>{until}, ĐÃ QUÁ HẠN</source>
        <translation>{until}, OVERDUE</translation>
    </message>
    <message>
        <source>Hạn</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Vì sao (F4)</source>
        <translation>Why (F4)</translation>
    </message>
    <message>
        <source>Người phản ánh</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Về việc</source>
        <translation>About</translation>
    </message>
    <message>
        <source>Đến bằng</source>
        <translation>Came by</translation>
    </message>
    <message>
        <source>Lĩnh vực</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>Thủ tục</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <source>Mã hồ sơ</source>
        <translation>Dossier code</translation>
    </message>
    <message>
        <source>Cán bộ</source>
        <translation>Officials</translation>
    </message>
    <message>
        <source>Ghi phản ánh, kiến nghị mới</source>
        <translation>Take feedback down</translation>
    </message>
    <message>
        <source>Ghi và cấp số</source>
        <translation>Write and number</translation>
    </message>
    <message>
        <source>&amp;Nội dung phản ánh, kiến nghị</source>
        <translation>&amp;What was said</translation>
    </message>
    <message>
        <source>&amp;Về việc gì</source>
        <translation>&amp;About what</translation>
    </message>
    <message>
        <source>Đến &amp;bằng</source>
        <translation>Came &amp;by</translation>
    </message>
    <message>
        <source>&amp;Họ tên người phản ánh</source>
        <translation>&amp;Name of the sender</translation>
    </message>
    <message>
        <source>để trống nếu không nêu danh tính</source>
        <translation>empty if anonymous</translation>
    </message>
    <message>
        <source>Điện &amp;thoại</source>
        <translation>&amp;Phone</translation>
    </message>
    <message>
        <source>&amp;Lĩnh vực</source>
        <translation>Fiel&amp;d</translation>
    </message>
    <message>
        <source>Thủ tụ&amp;c</source>
        <translation>P&amp;rocedure</translation>
    </message>
    <message>
        <source>Đị&amp;a chỉ</source>
        <translation>&amp;Address</translation>
    </message>
    <message>
        <source>Thư đ&amp;iện tử</source>
        <translation>Ema&amp;il</translation>
    </message>
    <message>
        <source>để trống thì lấy theo hồ sơ, thủ tục</source>
        <translation>left empty: that of the dossier or procedure</translation>
    </message>
    <message>
        <source>&amp;Mã hồ sơ liên quan</source>
        <translation>D&amp;ossier concerned</translation>
    </message>
    <message>
        <source>Cán bộ bị &amp;phản ánh</source>
        <translation>Off&amp;icer concerned</translation>
    </message>
    <message>
        <source>Giữ mã này dù sổ không có: không &amp;rõ hồ sơ</source>
        <translation>Keep this code though the &amp;register lacks it: dossier unknown</translation>
    </message>
    <message>
        <source>Chuyển xử lý</source>
        <translation>Give to an office</translation>
    </message>
    <message>
        <source>Chuyển</source>
        <translation>Forward</translation>
    </message>
    <message>
        <source>&amp;Cơ quan, bộ phận xử lý</source>
        <translation>&amp;Office</translation>
    </message>
    <message>
        <source>&amp;Người xử lý</source>
        <translation>&amp;Person</translation>
    </message>
    <message>
        <source>&amp;Ghi chú</source>
        <translation>Not&amp;es</translation>
    </message>
    <message>
        <source>Hỏi thêm thông tin</source>
        <translation>Ask for more</translation>
    </message>
    <message>
        <source>Ghi là đã hỏi</source>
        <translation>Write that it was asked</translation>
    </message>
    <message>
        <source>&amp;Thông tin cần bổ sung</source>
        <translation>&amp;What is to be told</translation>
    </message>
    <message>
        <source>Ghi thông tin bổ sung</source>
        <translation>Write down what was told</translation>
    </message>
    <message>
        <source>Ghi</source>
        <translation>Write</translation>
    </message>
    <message>
        <source>&amp;Người phản ánh nói thêm</source>
        <translation>&amp;What the sender told besides</translation>
    </message>
    <message>
        <source>Người &amp;ký</source>
        <translation>&amp;Signed by</translation>
    </message>
    <message>
        <source>&amp;Chức vụ</source>
        <translation>&amp;Title</translation>
    </message>
    <message>
        <source>Trả lời</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Ghi trả lời</source>
        <translation>Write the answer</translation>
    </message>
    <message>
        <source>&amp;Nội dung trả lời</source>
        <translation>&amp;Answer</translation>
    </message>
    <message>
        <source>Từ chối xử lý</source>
        <translation>Refuse</translation>
    </message>
    <message>
        <source>Từ chối</source>
        <translation>Refuse</translation>
    </message>
    <message>
        <source>&amp;Lý do</source>
        <translation>&amp;Reason</translation>
    </message>
    <message>
        <source>Công khai kết quả</source>
        <translation>Publish the answer</translation>
    </message>
    <message>
        <source>Công khai</source>
        <translation>Publish</translation>
    </message>
    <message>
        <source>&amp;Nội dung như công khai</source>
        <translation>&amp;What was said, as published</translation>
    </message>
    <message>
        <source>&amp;Kết quả như công khai</source>
        <translation>&amp;The answer, as published</translation>
    </message>
    <message>
        <source>Tiếp nhận: {road}</source>
        <translation>Taken down: {road}</translation>
    </message>
    <message>
        <source>Chuyển {where}</source>
        <translation>Given to {where}</translation>
    </message>
    <message>
        <source>Yêu cầu bổ sung trước {until}: {wanted}</source>
        <translation>Asked for more before {until}: {wanted}</translation>
    </message>
    <message>
        <source>Đã bổ sung: {text}</source>
        <translation>Told besides: {text}</translation>
    </message>
    <message>
        <source>Trả lời{signed}: {text}</source>
        <translation>Answered{signed}: {text}</translation>
    </message>
    <message>
        <source>Từ chối{signed}: {text}</source>
        <translation>Refused{signed}: {text}</translation>
    </message>
    <message>
        <source>Công khai: {subject} – {answer}</source>
        <translation>Published: {subject} – {answer}</translation>
    </message>
    <message>
        <source>Xoá thông tin cá nhân theo {decision}</source>
        <translation>Particulars blanked by {decision}</translation>
    </message>
    <message>
        <source>Việc do chương trình mới hơn ghi, chưa đọc được</source>
        <translation>Written by a newer program; not readable yet</translation>
    </message>
    <message>
        <source> ({signer} ký)</source>
        <translation> (signed by {signer})</translation>
    </message>
    <message>
        <source>Xoá thông tin cá nhân</source>
        <translation>Redact personal data</translation>
    </message>
    <message>
        <source>Xoá thông tin</source>
        <translation>Blank the data</translation>
    </message>
    <message>
        <source>&amp;Căn cứ</source>
        <translation>&amp;Ground</translation>
    </message>
    <message>
        <source>&amp;Số, ngày văn bản</source>
        <translation>&amp;Number and date of the decision</translation>
    </message>
    <message>
        <source>&amp;Người quyết định, chức vụ</source>
        <translation>&amp;Who decided, and as what</translation>
    </message>
    <message>
        <source>&amp;Gõ lại số phiếu</source>
        <translation>&amp;Type the number again</translation>
    </message>
    <message>
        <source>Họ tên, điện thoại, địa chỉ, nội dung phản ánh và câu trả lời mất hẳn, cả trong nháp; số phiếu, thời điểm, số liệu và lời đã công khai còn lại. Xoá rồi không lấy lại được.</source>
        <translation>Name, phone, address, what was said and the answer are gone for good, drafts included; number, moments, figures and the words made public stay. It cannot be undone.</translation>
    </message>
    <message>
        <source>Bản sao lập trước lúc xoá phản ánh {code}, giấy đã in và tệp đã lưu vẫn còn thông tin ấy; hãy lập bản sao mới, rồi huỷ các bản sao, giấy và tệp cũ.</source>
        <translation>Copies made before feedback {code} was redacted, printed papers and saved files still hold that information; make a new copy, then destroy the old copies, papers and files.</translation>
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
    <name>inbox</name>
    <message>
        <source>QUÁ HẠN từ {until}</source>
        <translation>OVERDUE since {until}</translation>
    </message>
    <message>
        <source>trả lời trước {until}</source>
        <translation>answer by {until}</translation>
    </message>
    <message>
        <source>Thủ tục mã {code}</source>
        <translation>Procedure {code}</translation>
    </message>
    <message>
        <source>{until}, ĐÃ QUÁ HẠN</source>
        <translation>{until}, OVERDUE</translation>
    </message>
    <message>
        <source>Mã trên cổng</source>
        <translation>The portal&apos;s code</translation>
    </message>
    <message>
        <source>Nộp lúc</source>
        <translation>Submitted at</translation>
    </message>
    <message>
        <source>Phải trả lời trước</source>
        <translation>To be answered by</translation>
    </message>
    <message>
        <source>Chủ hồ sơ</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>Người nộp thay</source>
        <translation>Submitted by</translation>
    </message>
    <message>
        <source>Giấy ủy quyền</source>
        <translation>Authorisation</translation>
    </message>
    <message>
        <source>Nội dung</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>Giấy tờ</source>
        <translation>Papers</translation>
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
        <source>{dong} đồng</source>
        <translation>{dong} VND</translation>
    </message>
    <message>
        <source>Phí, lệ phí</source>
        <translation>Fees</translation>
    </message>
    <message>
        <source>Nhận kết quả</source>
        <translation>Return of the result</translation>
    </message>
    <message>
        <source>Ghi chú</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>{file} · chưa về máy này</source>
        <translation>{file} · not on this PC yet</translation>
    </message>
</context>
<context>
    <name>known</name>
    <message>
        <source>Tất cả hồ sơ</source>
        <translation>All dossiers</translation>
    </message>
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
        <translation>Waiting to be collected</translation>
    </message>
    <message>
        <source>Chờ bổ sung</source>
        <translation>Waiting for a supplement</translation>
    </message>
    <message>
        <source>Tạm dừng</source>
        <translation>Suspended</translation>
    </message>
    <message>
        <source>Lâu không ai xử lý</source>
        <translation>Untouched for long</translation>
    </message>
    <message>
        <source>Quá hạn ở một bước</source>
        <translation>Overdue at one stage</translation>
    </message>
    <message>
        <source>Đã dừng, đã huỷ</source>
        <translation>Stopped or undone</translation>
    </message>
    <message>
        <source>Chưa tiếp nhận (bổ sung, từ chối)</source>
        <translation>Not received (guided, refused)</translation>
    </message>
    <message>
        <source>Cán bộ tiếp nhận</source>
        <translation>Reception clerk</translation>
    </message>
    <message>
        <source>Chuyên viên</source>
        <translation>Specialist</translation>
    </message>
    <message>
        <source>Lãnh đạo</source>
        <translation>Leader</translation>
    </message>
    <message>
        <source>Quản trị</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>Thứ Hai</source>
        <translation>Monday</translation>
    </message>
    <message>
        <source>Thứ Ba</source>
        <translation>Tuesday</translation>
    </message>
    <message>
        <source>Thứ Tư</source>
        <translation>Wednesday</translation>
    </message>
    <message>
        <source>Thứ Năm</source>
        <translation>Thursday</translation>
    </message>
    <message>
        <source>Thứ Sáu</source>
        <translation>Friday</translation>
    </message>
    <message>
        <source>Thứ Bảy</source>
        <translation>Saturday</translation>
    </message>
    <message>
        <source>Chủ nhật</source>
        <translation>Sunday</translation>
    </message>
    <message>
        <source>thứ Hai</source>
        <translation>Monday</translation>
    </message>
    <message>
        <source>thứ Ba</source>
        <translation>Tuesday</translation>
    </message>
    <message>
        <source>thứ Tư</source>
        <translation>Wednesday</translation>
    </message>
    <message>
        <source>thứ Năm</source>
        <translation>Thursday</translation>
    </message>
    <message>
        <source>thứ Sáu</source>
        <translation>Friday</translation>
    </message>
    <message>
        <source>thứ Bảy</source>
        <translation>Saturday</translation>
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
        <source>thư xin lỗi và hẹn lại ngày trả</source>
        <translation>apology letter</translation>
    </message>
    <message>
        <source>thông báo dừng giải quyết hồ sơ</source>
        <translation>stop notice</translation>
    </message>
    <message>
        <source>phiếu kiểm soát quá trình giải quyết</source>
        <translation>control sheet</translation>
    </message>
    <message>
        <source>giấy biên nhận trả kết quả</source>
        <translation>result slip</translation>
    </message>
    <message>
        <source>thông báo phí, lệ phí</source>
        <translation>fee notice</translation>
    </message>
    <message>
        <source>giấy hẹn chữ to</source>
        <translation>large-letter slip</translation>
    </message>
    <message>
        <source>phiếu chứng thực</source>
        <translation>certification slip</translation>
    </message>
    <message>
        <source>phiếu khảo sát hài lòng</source>
        <translation>satisfaction survey sheet</translation>
    </message>
    <message>
        <source>giấy hẹn cho nhiều hồ sơ</source>
        <translation>receipt for several dossiers</translation>
    </message>
    <message>
        <source>phiếu hướng dẫn</source>
        <translation>guidance slip</translation>
    </message>
    <message>
        <source>giấy hẹn in sẵn</source>
        <translation>blank slip</translation>
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
        <source>họ tên</source>
        <translation>full name</translation>
    </message>
    <message>
        <source>loại người nộp</source>
        <translation>kind of applicant</translation>
    </message>
    <message>
        <source>số định danh</source>
        <translation>identity number</translation>
    </message>
    <message>
        <source>ngày sinh</source>
        <translation>born</translation>
    </message>
    <message>
        <source>giới tính</source>
        <translation>sex</translation>
    </message>
    <message>
        <source>điện thoại</source>
        <translation>phone</translation>
    </message>
    <message>
        <source>thư điện tử</source>
        <translation>e-mail</translation>
    </message>
    <message>
        <source>số nhà, thôn, bản</source>
        <translation>house number, village</translation>
    </message>
    <message>
        <source>xã, phường</source>
        <translation>commune, ward</translation>
    </message>
    <message>
        <source>huyện</source>
        <translation>district</translation>
    </message>
    <message>
        <source>tỉnh, thành phố</source>
        <translation>province, city</translation>
    </message>
    <message>
        <source>địa chỉ trên thẻ</source>
        <translation>address on the card</translation>
    </message>
    <message>
        <source>nội dung thẻ</source>
        <translation>card contents</translation>
    </message>
    <message>
        <source>Giấy tờ</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>Giấy uỷ quyền</source>
        <translation>Authorisation paper</translation>
    </message>
    <message>
        <source>Yêu cầu</source>
        <translation>Asked for</translation>
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
        <source>Cơ quan có thẩm quyền</source>
        <translation>Competent authority</translation>
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
        <source>Nhận kết quả</source>
        <translation>Return of the result</translation>
    </message>
    <message>
        <source>Nơi nhận kết quả</source>
        <translation>Where the result goes</translation>
    </message>
    <message>
        <source>Ghi chú</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>cá nhân</source>
        <translation>person</translation>
    </message>
    <message>
        <source>doanh nghiệp</source>
        <translation>business</translation>
    </message>
    <message>
        <source>cơ quan nhà nước</source>
        <translation>state agency</translation>
    </message>
    <message>
        <source>tổ chức khác</source>
        <translation>other organisation</translation>
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
        <source>có</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>không</source>
        <translation>no</translation>
    </message>
    <message>
        <source>(trống)</source>
        <translation>(empty)</translation>
    </message>
    <message>
        <source>Hành vi hành chính</source>
        <translation>Conduct of officials</translation>
    </message>
    <message>
        <source>Quy định hành chính</source>
        <translation>Administrative rules</translation>
    </message>
    <message>
        <source>Việc khác</source>
        <translation>Something else</translation>
    </message>
    <message>
        <source>Tại quầy</source>
        <translation>At the counter</translation>
    </message>
    <message>
        <source>Điện thoại</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Văn bản, thư</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>Cổng thông tin</source>
        <translation>Portal</translation>
    </message>
    <message>
        <source>mới tiếp nhận</source>
        <translation>just taken down</translation>
    </message>
    <message>
        <source>đang xử lý</source>
        <translation>being looked into</translation>
    </message>
    <message>
        <source>chờ bổ sung thông tin</source>
        <translation>waiting for more</translation>
    </message>
    <message>
        <source>đã trả lời</source>
        <translation>answered</translation>
    </message>
    <message>
        <source>đã từ chối</source>
        <translation>refused</translation>
    </message>
    <message>
        <source>sáng</source>
        <translation>morning</translation>
    </message>
    <message>
        <source>chiều</source>
        <translation>afternoon</translation>
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
    <name>pictures</name>
    <message>
        <source>Kết quả giải quyết theo lĩnh vực, {period}</source>
        <translation>Results by field, {period}</translation>
    </message>
    <message>
        <source>Hồ sơ quá hạn theo người, cơ quan đang giữ, lúc {moment}</source>
        <translation>Overdue dossiers by who has them in hand, at {moment}</translation>
    </message>
    <message>
        <source>Hồ sơ tiếp nhận và giải quyết từng tháng</source>
        <translation>Dossiers received and settled, month by month</translation>
    </message>
    <message>
        <source>Tháng</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>Tiếp nhận: hồ sơ nhận trong tháng, không kể từ kỳ trước. Đã giải quyết: hồ sơ có kết quả, từ chối hoặc dừng trong tháng.</source>
        <translation>Received: dossiers received in the month, without those carried over. Settled: dossiers that got a result, were refused or stopped in the month.</translation>
    </message>
    <message>
        <source>hồ sơ</source>
        <translation>dossiers</translation>
    </message>
    <message>
        <source>Tỷ lệ giải quyết quá hạn từng tháng (%)</source>
        <translation>Share settled late, month by month (%)</translation>
    </message>
    <message>
        <source>hồ sơ đã giải quyết</source>
        <translation>settled dossiers</translation>
    </message>
    <message>
        <source>Lĩnh vực</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>Người, cơ quan</source>
        <translation>Person, office</translation>
    </message>
    <message>
        <source>Hồ sơ đang giải quyết mà hạn trả theo quy định đã qua, kể cả đã xin lỗi và hẹn lại; không kể hồ sơ chờ bổ sung, tạm dừng.</source>
        <translation>Open dossiers whose statutory due date has passed, apologised for with a new appointment or not; without those awaiting a supplement or suspended.</translation>
    </message>
    <message>
        <source>Giờ</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Số hồ sơ tiếp nhận trong cả kỳ theo thứ và giờ (8h là từ 8 giờ đến trước 9 giờ); gồm cả hồ sơ nộp trực tuyến, không kể hồ sơ nhập từ sổ cũ.</source>
        <translation>Dossiers received in the whole period by weekday and hour (8h is from 8 to before 9 o&apos;clock); with those submitted online, without those taken over from old registers.</translation>
    </message>
    <message>
        <source>Hồ sơ đang giải quyết, theo ngày hẹn trả (ngày hẹn lại nếu đã xin lỗi), chưa tính hồ sơ đã quá hạn; {days} ngày làm việc kể từ hôm nay.</source>
        <translation>Open dossiers by their due date (the new appointment if an apology was given), without those already overdue; {days} working days from today on.</translation>
    </message>
    <message>
        <source>Số hồ sơ đến hạn từng ngày</source>
        <translation>Dossiers falling due, day by day</translation>
    </message>
    <message>
        <source>Ngày</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Hồ sơ sắp đến hạn đang ở đâu</source>
        <translation>Where the dossiers that fall due are</translation>
    </message>
    <message>
        <source>từ ngày {first} đến hết ngày {last}</source>
        <translation>from {first} to {last}</translation>
    </message>
    <message>
        <source>Không vẽ {count} lĩnh vực ít hồ sơ hơn.</source>
        <translation>Not drawn: {count} fields with fewer dossiers.</translation>
    </message>
    <message>
        <source>ngày {day}</source>
        <translation>on {day}</translation>
    </message>
    <message>
        <source>Tiếp nhận</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Đã giải quyết</source>
        <translation>Settled</translation>
    </message>
    <message>
        <source>Quá hạn (%)</source>
        <translation>Late (%)</translation>
    </message>
    <message>
        <source>Số quá hạn trên số đã giải quyết trong tháng.</source>
        <translation>Settled late, of all settled in the month.</translation>
    </message>
    <message>
        <source>Trước và đúng hạn</source>
        <translation>Early and on time</translation>
    </message>
    <message>
        <source>Giải quyết quá hạn</source>
        <translation>Settled late</translation>
    </message>
    <message>
        <source>Đang làm, đã quá hạn</source>
        <translation>Open, overdue</translation>
    </message>
    <message>
        <source>Đang giữ, đã quá hạn</source>
        <translation>In hand, overdue</translation>
    </message>
    <message>
        <source>Giờ tiếp nhận trong tuần, {period}</source>
        <translation>Hours of receipt in the week, {period}</translation>
    </message>
    <message>
        <source>Đến hạn</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Trước hạn: xong vào một ngày trước ngày hẹn trả. Đúng hạn: xong trong ngày hẹn trả, giờ nào cũng vậy. Quá hạn: xong vào một ngày sau ngày hẹn trả. “Xong” và “hẹn trả” như khi tính đến từng phút.</source>
        <translation>Early: done on a day before the due day. On time: done on the due day, at whatever hour. Late: done on a day after it. “Done” and “due” are as when counted to the minute.</translation>
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
        <source>Đã gửi phiếu chứng thực ra máy in.</source>
        <translation>The certification slip was sent to the printer.</translation>
    </message>
    <message>
        <source>{why} Giấy đã phát hành được giữ ở {path}.</source>
        <translation>{why} The issued paper is kept at {path}.</translation>
    </message>
    <message>
        <source>Đã gửi trang in thử ra máy in.</source>
        <translation>The test page was sent to the printer.</translation>
    </message>
    <message>
        <source>Đã gửi khoá phục hồi ra máy in.</source>
        <translation>The recovery key was sent to the printer.</translation>
    </message>
    <message>
        <source>Đã gửi danh sách ra máy in.</source>
        <translation>The list was sent to the printer.</translation>
    </message>
    <message>
        <source>Đang gửi từng trang ra máy in…</source>
        <translation>Sending page by page to the printer…</translation>
    </message>
    <message>
        <source>Đã lưu {name}.</source>
        <translation>Saved {name}.</translation>
    </message>
    <message>
        <source>{why} Danh sách được giữ ở {path}.</source>
        <translation>{why} The list is kept at {path}.</translation>
    </message>
    <message>
        <source>{why} {count} giấy đã phát hành được giữ ở {path}.</source>
        <translation>{why} Issued papers ({count}) are kept at {path}.</translation>
    </message>
    <message>
        <source>Đã gửi {count} giấy ra máy in.</source>
        <translation>Papers sent to the printer: {count}.</translation>
    </message>
    <message>
        <source>Xem trước – giấy in sẵn số {numbers}</source>
        <translation>Preview – blank slips {numbers}</translation>
    </message>
    <message>
        <source>Các số này đã giữ chỗ; giấy nằm ở {path}.</source>
        <translation>These numbers are reserved; the slips are at {path}.</translation>
    </message>
    <message>
        <source>Chỉ xem trước {shown} trang đầu; in và lưu thì đủ {pages} trang.</source>
        <translation>Only the first {shown} pages are previewed; printing and saving give all {pages} pages.</translation>
    </message>
    <message>
        <source>Đã gửi giấy in sẵn số {numbers} ra máy in.</source>
        <translation>Blank slips {numbers} were sent to the printer.</translation>
    </message>
    <message>
        <source>Đã gửi phiếu hướng dẫn ra máy in; hồ sơ chưa ghi sổ.</source>
        <translation>The guidance slip was sent to the printer; the dossier is not in the register.</translation>
    </message>
    <message>
        <source>Xem trước – phiếu hướng dẫn nộp hồ sơ</source>
        <translation>Preview – guidance slip</translation>
    </message>
    <message>
        <source>{why} Phiếu được giữ ở {path}.</source>
        <translation>{why} The slip is kept at {path}.</translation>
    </message>
</context>
<context>
    <name>reviews</name>
    <message>
        <source>Cần xem lại ({number})</source>
        <translation>To review ({number})</translation>
    </message>
    <message>
        <source>Xem hai bên, quyết định (Ctrl+8)</source>
        <translation>See both sides, decide (Ctrl+8)</translation>
    </message>
</context>
<context>
    <name>wordings</name>
    <message>
        <source>{title} · mẫu {year}</source>
        <translation>{title} · form of {year}</translation>
    </message>
    <message>
        <source>giấy tờ thành bảng</source>
        <translation>papers as a table</translation>
    </message>
    <message>
        <source>{title} · lời văn riêng</source>
        <translation>{title} · own wording</translation>
    </message>
    <message>
        <source>{title} · lời văn riêng từ {day}</source>
        <translation>{title} · own wording from {day}</translation>
    </message>
    <message>
        <source>Lời văn của mẫu</source>
        <translation>Wording of the form</translation>
    </message>
    <message>
        <source>Từ {day}</source>
        <translation>From {day}</translation>
    </message>
    <message>
        <source>Tên giấy</source>
        <translation>Title of the paper</translation>
    </message>
    <message>
        <source>Số của giấy</source>
        <translation>Number of the paper</translation>
    </message>
    <message>
        <source>Chữ đánh dấu liên</source>
        <translation>Mark of the copy</translation>
    </message>
    <message>
        <source>Chữ trước chỗ điền</source>
        <translation>Words before a blank</translation>
    </message>
    <message>
        <source>Câu</source>
        <translation>Sentence</translation>
    </message>
    <message>
        <source>Mỗi dòng của danh sách</source>
        <translation>Each line of the list</translation>
    </message>
    <message>
        <source>Tên cột</source>
        <translation>Name of a column</translation>
    </message>
    <message>
        <source>Tên chung của các cột</source>
        <translation>Common name of columns</translation>
    </message>
    <message>
        <source>Ô của bảng</source>
        <translation>Cell of the table</translation>
    </message>
    <message>
        <source>Chỗ ký</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>Chữ dưới chỗ ký</source>
        <translation>Words below the signature</translation>
    </message>
    <message>
        <source>Ghi chú cuối giấy</source>
        <translation>Note at the end of the paper</translation>
    </message>
    <message>
        <source>Nơi nhận</source>
        <translation>Sent to</translation>
    </message>
    <message>
        <source>đang áp dụng</source>
        <translation>in force</translation>
    </message>
    <message>
        <source>sắp áp dụng</source>
        <translation>not yet in force</translation>
    </message>
    <message>
        <source>đã thôi áp dụng</source>
        <translation>no longer in force</translation>
    </message>
</context>
</TS>
