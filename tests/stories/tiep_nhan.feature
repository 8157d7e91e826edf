# language: vi
Tính năng: Tiếp nhận hồ sơ tại quầy một cửa
  Cán bộ một cửa nhận hồ sơ đủ và hẹn ngày trả, hướng dẫn bổ sung hồ sơ còn thiếu,
  từ chối hồ sơ không tiếp nhận được; việc nào cũng có giấy cho người dân và được lưu lại.

  Bối cảnh:
    Biết một xã có danh mục thủ tục và lịch làm việc năm 2026

  Tình huống: Tiếp nhận hồ sơ đủ giấy tờ
    Biết bây giờ là "2026-02-13T14:00"
    Và bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Khi cán bộ tiếp nhận hồ sơ
    Thì hồ sơ đang ở bước "đang giải quyết"
    Và mã hồ sơ là "H40.16-260213-0001"
    Và hẹn trả lúc "17:30 27/02/2026"
    Và giấy in ra là "receipt"

  Tình huống: Nhận sau giờ chốt thì trả vào ngày làm việc tiếp theo
    Biết bây giờ là "2026-02-13T15:30"
    Và bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.001193"
    Khi cán bộ tiếp nhận hồ sơ
    Thì hẹn trả lúc "17:30 23/02/2026"

  Tình huống: Hướng dẫn bổ sung một lần cho đủ
    Biết bây giờ là "2026-02-13T14:00"
    Và bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.001193"
    Và hồ sơ còn thiếu "Giấy chứng sinh"
    Khi cán bộ tiếp nhận hồ sơ
    Thì chương trình nhắc "Hồ sơ còn thiếu “Giấy chứng sinh”"
    Khi cán bộ hướng dẫn bổ sung vì "Hồ sơ chưa đủ thành phần"
    Thì hồ sơ đang ở bước "đã hướng dẫn bổ sung"
    Và phiếu ghi cần bổ sung "Giấy chứng sinh"
    Và giấy in ra là "supplement-request"

  Tình huống: Từ chối phải ghi lý do
    Biết bây giờ là "2026-02-13T14:00"
    Và bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.001193"
    Khi cán bộ từ chối vì ""
    Thì chương trình nhắc "Chưa ghi lý do"
    Và trong sổ chưa có hồ sơ nào
    Khi cán bộ từ chối vì "Không thuộc thẩm quyền của xã"
    Thì hồ sơ đang ở bước "đã từ chối tiếp nhận"
    Và giấy in ra là "refusal-notice"

  Tình huống: Quét thẻ căn cước thay cho gõ
    Biết bây giờ là "2026-02-13T14:00"
    Khi cán bộ quét thẻ "012190001234||Lò Thị Mẫu|05061990|Nữ|Bản Mẫu, Xã Thử, Lai Châu|02102024||||"
    Và người có thẻ nộp hồ sơ thủ tục "1.001193"
    Và cán bộ tiếp nhận hồ sơ
    Thì người nộp là "Lò Thị Mẫu", số định danh "012190001234", sinh "05/06/1990"
    Và tìm "lo mau" thấy hồ sơ ấy

  Tình huống: Thẻ không khớp với số định danh thì cảnh báo, không chặn
    Biết bây giờ là "2026-02-13T14:00"
    Khi cán bộ quét thẻ "012091001234||Lò Thị Mẫu|05061990|Nữ|Bản Mẫu|02102024"
    Thì chương trình cảnh báo "sinh năm 1991"
    Khi người có thẻ nộp hồ sơ thủ tục "1.001193"
    Và cán bộ tiếp nhận hồ sơ
    Thì hồ sơ đang ở bước "đang giải quyết"
