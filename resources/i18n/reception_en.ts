<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="vi_VN">
<context>
    <name>BirthField</name>
    <message>
        <source>ngày/tháng/năm, hoặc chỉ năm</source>
        <translation>day/month/year, or the year alone</translation>
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
    <name>FormField</name>
    <message>
        <source>{label} (bắt buộc)</source>
        <translation>{label} (required)</translation>
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
        <translation>Not done yet</translation>
    </message>
    <message>
        <source>Máy hoặc mạng có trục trặc</source>
        <translation>The machine or the network is in trouble</translation>
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
        <translation>The program has met an error</translation>
    </message>
    <message>
        <source>Chương trình gặp lỗi ngoài dự kiến. Những gì đã ghi vẫn an toàn. Hãy chép báo lỗi và gửi cho người phụ trách máy; trước khi gửi, xem lại để không lộ thông tin của người dân.</source>
        <translation>The program has met an unexpected error. What was recorded is safe. Copy the report and send it to the person in charge of the computers; before sending, check that it tells nothing about citizens.</translation>
    </message>
    <message>
        <source>&amp;Chép báo lỗi</source>
        <translation>&amp;Copy the report</translation>
    </message>
    <message>
        <source>Làm việc tiếp</source>
        <translation>Go on working</translation>
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
</TS>
