# language: vi
Tính năng: Trả lại bước trước
  Người đang giữ hồ sơ trả lại cho người đã giữ trước đó, có lý do. Kết quả đã ghi mà phải làm lại thì
  chỉ sửa bằng việc này, có ghi vết (Nghị định 61/2018/NĐ-CP, Điều 19; trạng thái 9 về 4 của hệ thống
  quốc gia).

  Bối cảnh:
    Biết một xã có danh mục thủ tục và lịch làm việc năm 2026

  Tình huống: Trả lại nơi vừa chuyển đến
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Khi đến "10:00 05/10/2026"
    Và cán bộ chuyển hồ sơ cho chuyên viên "Vàng A Lử"
    Và đến "14:30 05/10/2026"
    Và hồ sơ bị trả lại bước trước vì "thiếu chữ ký của người nộp"
    Thì hồ sơ đang ở "Bộ phận Một cửa"
    Và hồ sơ đang ở bước "đang giải quyết"
    Và lịch sử ghi thêm "Trả lại bước trước"
    Và đến nay "Vàng A Lử" giữ hồ sơ 2,5 giờ làm việc
    Và hẹn trả lúc "17:30 12/10/2026"

  Tình huống: Kết quả bị trả lại thì không còn là kết quả
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Khi cán bộ chuyển hồ sơ cho chuyên viên "Vàng A Lử"
    Và cán bộ ghi có kết quả số "12/KS"
    Và hồ sơ bị trả lại bước trước vì "sai ngày sinh trên giấy"
    Thì hồ sơ đang ở bước "đang giải quyết"
    Và hồ sơ chưa có kết quả

  Tình huống: Phiếu từ chối bị rút lại, số phiếu không dùng lại
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Khi cán bộ chuyển hồ sơ cho chuyên viên "Vàng A Lử"
    Và cán bộ từ chối giải quyết vì "không đủ điều kiện"
    Thì phiếu từ chối số "0001/2026/PTC", lý do "không đủ điều kiện"
    Khi hồ sơ bị trả lại bước trước vì "người dân đã chứng minh được"
    Thì hồ sơ chưa có kết quả
    Và không còn lý do từ chối
    Và sổ gốc kiểm tra không có lỗi
    Khi cán bộ từ chối giải quyết vì "giấy tờ giả"
    Thì phiếu từ chối số "0002/2026/PTC", lý do "giấy tờ giả"

  Tình huống: Phải có lý do, và chỉ trả lại người đã từng giữ
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Khi cán bộ chuyển hồ sơ cho chuyên viên "Vàng A Lử"
    Và hồ sơ bị trả lại bước trước vì ""
    Thì chương trình nhắc "Chưa ghi lý do"
    Khi hồ sơ bị trả lại cho cơ quan "Sở Nội vụ" vì "nhầm nơi"
    Thì chương trình nhắc "chưa từng ở Sở Nội vụ trước đây; hãy chọn một trong: Bộ phận Một cửa"
    Và hồ sơ đang ở "Vàng A Lử"

  Tình huống: Hồ sơ chưa qua tay ai thì không có bước trước
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Khi hồ sơ bị trả lại bước trước vì "thiếu chữ ký"
    Thì chương trình nhắc "không có bước trước để trả lại"
